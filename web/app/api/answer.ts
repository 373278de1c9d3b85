/**
 * Reads an answer of the API: a value, or a failure fit to be shown. Used by load.server.ts and browser.ts. The value is
 * typed by the contract and not parsed again: the API, which is deployed with these pages, answers in no other shape.
 */
import type { Failure, Problem } from "@edgewright/contracts";

/** A failure as HTTP brought it. `status` 0: the API was not reached. */
export type ApiFailure = Failure & { status: number; requestId?: string };
/** An `Outcome` of the API. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: ApiFailure };

export const UNREACHABLE: ApiFailure = {
  status: 0,
  code: "unavailable",
  message: "Edgewright could not be reached.",
  next: "Check your connection and try again.",
};

const UNREADABLE: ApiFailure = {
  status: 502,
  code: "internal",
  message: "The answer could not be read.",
  next: "Reload the page to get its newest version.",
};

/** @typeParam T the contract of the address that was asked */
export async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const body: unknown = await response.json().catch(undefinedUnlessAborted);
  if (!response.ok) return { ok: false, error: readFailure(response.status, body) };
  if (body === undefined && response.status !== 204) return { ok: false, error: UNREADABLE };
  return { ok: true, value: body as T };
}

/** A body that nobody waits for any more is no answer at all. */
function undefinedUnlessAborted(error: unknown): undefined {
  if (error instanceof Error && error.name === "AbortError") throw error;
  return undefined;
}

function readFailure(status: number, body: unknown): ApiFailure {
  if (!isProblem(body))
    return { status, code: status >= 500 ? "unavailable" : "bad_request", message: messageOf(body) ?? fallback(status) };
  const { code, detail, next, fields, current, requestId } = body;
  return { status, code, message: detail, next, fields, current, requestId };
}

/** What a gateway or better-auth answers has no `detail`. */
const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "detail" in body && typeof body.detail === "string" && "code" in body;

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

/** For what is only done: the failure, or null once it is. */
export const failureOf = (answer: Answer<unknown>): ApiFailure | null => (answer.ok ? null : answer.error);

/** What happened and what to do next, in a sentence or two. */
export const failureText = ({ message, next }: ApiFailure): string => (next ? `${message} ${next}` : message);
