/** Reads an answer of the API: a parsed value, or a failure fit to be shown. Used by load.server.ts and browser.ts. */
import { type ErrorCode, Problem } from "@edgewright/contracts";
import type { z } from "zod";

/** `next` is the one obvious thing to do; `fields` names bad input by path. `status` 0: the API was not reached. */
export interface ApiFailure {
  status: number;
  code: ErrorCode;
  detail: string;
  next?: string;
  fields?: Record<string, string>;
  /** What is there now, where it changed since it was read. */
  current?: Record<string, unknown>;
  requestId?: string;
}
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: ApiFailure };

export const UNREACHABLE: ApiFailure = {
  status: 0,
  code: "unavailable",
  detail: "Edgewright could not be reached.",
  next: "Check your connection and try again.",
};

export async function readAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<Answer<T>> {
  const body: unknown = await response.json().catch(nullUnlessAborted);
  if (!response.ok) return { ok: false, failure: readFailure(response.status, body) };
  const parsed = schema.safeParse(response.status === 204 ? undefined : body);
  if (parsed.success) return { ok: true, value: parsed.data };
  console.error(`Unexpected answer from ${response.url}`, parsed.error.issues);
  return {
    ok: false,
    failure: { status: 502, code: "internal", detail: "The answer could not be read.", next: "Reload the page to get its newest version." },
  };
}

/** A body that nobody waits for any more is no answer at all. */
function nullUnlessAborted(error: unknown): null {
  if (error instanceof Error && error.name === "AbortError") throw error;
  return null;
}

function readFailure(status: number, body: unknown): ApiFailure {
  const problem = Problem.safeParse(body);
  if (!problem.success) return { status, code: status >= 500 ? "unavailable" : "bad_request", detail: messageOf(body) ?? fallback(status) };
  const { code, detail, next, fields, current, requestId } = problem.data;
  return { status, code, detail, next, fields, current, requestId };
}

/** better-auth's own failures are not problem documents; their sentence is fit for people. */
const messageOf = (body: unknown) =>
  typeof body === "object" && body !== null && "message" in body && typeof body.message === "string" && body.message !== ""
    ? body.message
    : null;

function fallback(status: number): string {
  if (status >= 500) return "Edgewright is not available right now.";
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  return status === 404 ? "This does not exist." : "The request was refused.";
}
