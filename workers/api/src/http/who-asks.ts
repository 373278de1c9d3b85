/** Finds out who asks. Used by handle.ts. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { bearerOf, tokenCaller } from "./bearer.ts";
import type { Asking, Caller } from "./caller.ts";
import { sessionCaller } from "./session.ts";

/** A token is taken at its word: one that does not hold is refused, whatever session comes along. */
export async function callerOf(asking: Asking): Promise<Outcome<Caller>> {
  const bearer = bearerOf(asking.request);
  const caller = bearer === null ? await sessionCaller(asking) : await tokenCaller(asking, bearer);
  if (caller) return ok(caller);
  if (bearer !== null)
    return fail("unauthenticated", "This token does not exist, has expired or was revoked.", { next: "Make a new one in the settings." });
  return fail("unauthenticated", "You are not signed in.", { next: "Sign in, then try again." });
}
