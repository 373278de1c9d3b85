/** What is said of an error that nobody expected. Used by app.ts. */
import type { Failure } from "@edgewright/contracts";

/** A bug: nothing but where to find it in the log. */
const BUG: Failure = {
  code: "internal",
  message: "Something went wrong on our side.",
  next: "Try again; if it stays, report the request's id.",
};

/** The database or an object is down, as while it is started anew, or cannot write, as on a full disk. The runtime says no more than that. */
const OUT_OF_REACH: Failure = {
  code: "unavailable",
  message: "The platform's data cannot be reached at the moment.",
  retry: true,
  next: "Try again in a moment. If it stays so, whoever runs the platform looks whether its disk is full.",
};
const DOWN = /internal error|network connection lost|disk I\/O error|SQLITE_(IOERR|FULL|CANTOPEN)/i;

/** The error's own message, and those of its causes. */
export function messagesOf(error: unknown): string[] {
  const own = error instanceof Error ? [`${error.name}: ${error.message}`, ...messagesOf(error.cause)] : [];
  return error === undefined || error instanceof Error ? own : [String(error)];
}

export const failureOf = (error: unknown): Failure => (messagesOf(error).some((message) => DOWN.test(message)) ? OUT_OF_REACH : BUG);
