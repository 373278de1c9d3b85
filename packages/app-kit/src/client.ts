/** Requests of an app to its own host under `/_app`. */

import type { Row } from "./types.ts";

/** Why the platform refused a read or a write. `fields` names what is wrong by column. */
export class DataError extends Error {
  readonly code: string;
  readonly fields?: Record<string, string>;
  /** What to do about it, as a sentence. */
  readonly next?: string;
  /** The row as it is now, where someone else changed it meanwhile. */
  readonly row?: Row<object>;
  /** Does it nevertheless, to the row as it is now. */
  overwrite?: () => Promise<unknown>;

  constructor(message: string, code = "unavailable", more: Pick<DataError, "fields" | "next" | "row"> = {}) {
    super(message);
    this.name = "DataError";
    this.code = code;
    this.fields = more.fields;
    this.next = more.next;
    this.row = more.row;
  }
}

export async function request<T>(
  path: string,
  init: { method?: string; body?: unknown; signal?: AbortSignal; key?: string } = {},
): Promise<T> {
  const { method = "GET", body, signal, key } = init;
  let response: Response;
  try {
    response = await fetch(`/_app/${path}`, {
      method,
      signal,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(key !== undefined && { "idempotency-key": key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new DataError("The server cannot be reached. Check the connection and try again.");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(answer, response.status);
  return answer as T;
}

export function problemOf(answer: unknown, status: number): DataError {
  const problem = (answer ?? {}) as {
    detail?: string;
    code?: string;
    next?: string;
    fields?: Record<string, string>;
    current?: Row<object>;
  };
  const { detail = `The request failed (${status}).`, code, next, fields, current } = problem;
  return new DataError(detail, code, { fields, next, row: current });
}

export const rowPath = (table: string, id?: string) =>
  `data/${encodeURIComponent(table)}${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;

/** A query or a write as it is sent: with the time zone of whoever is there, in which its days are meant. */
export const zoned = <T extends object>(sent: T) => ({ ...sent, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
