/** Requests of an app to its own host under `/_app`. */

/** Why the platform refused a read or a write. `fields` names what is wrong by column. */
export class DataError extends Error {
  readonly code: string;
  readonly fields?: Record<string, string>;

  constructor(message: string, code = "unavailable", fields?: Record<string, string>) {
    super(message);
    this.name = "DataError";
    this.code = code;
    this.fields = fields;
  }
}

export async function request<T>(path: string, init: { method?: string; body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const { method = "GET", body, signal } = init;
  let response: Response;
  try {
    response = await fetch(`/_app/${path}`, {
      method,
      signal,
      headers: body === undefined ? {} : { "content-type": "application/json" },
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

function problemOf(answer: unknown, status: number): DataError {
  const problem = (answer ?? {}) as { detail?: string; code?: string; fields?: Record<string, string> };
  return new DataError(problem.detail ?? `The request failed (${status}).`, problem.code, problem.fields);
}

export const rowPath = (table: string, id?: string) =>
  `data/${encodeURIComponent(table)}${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;
