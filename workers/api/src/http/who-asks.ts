/** Finds out who asks. Used by handle.ts. */
import { type AttemptRefusal, clientOf, permitAttempt, tooMany } from "@edgewright/accounts";
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { bearerOf, tokenCaller } from "./bearer.ts";
import { type Caller, type CallerPorts, factsOf, type RequestContext } from "./caller.ts";
import { sessionCaller } from "./session.ts";

/** A token is taken at its word: one that does not hold is refused, whatever session comes along. */
export async function callerOf(asking: RequestContext): Promise<Outcome<Caller>> {
  const bearer = bearerOf(asking.request);
  const waits = bearer === null ? null : heldBack(asking);
  if (waits) return tooMany(waits);
  const caller = bearer === null ? await sessionCaller(asking) : await tokenCaller(asking, bearer);
  if (caller) return ok(caller);
  if (bearer !== null) {
    const wait = await failedToken(asking);
    if (wait) return tooMany(wait);
    return fail("unauthenticated", "This token does not exist, has expired or was revoked.", { next: "Make a new one in the settings." });
  }
  return fail("unauthenticated", "You are not signed in.", { next: "Sign in, then try again." });
}

/** Clients that have shown too many tokens which do not hold, and until when: of this isolate, to spare the question. */
const held = new WeakMap<CallerPorts, Map<string, number>>();
const HELD_MAX = 1000;

function heldBack({ services, request, requestId }: RequestContext): AttemptRefusal | null {
  const client = clientOf(factsOf(request, requestId).ip);
  const until = held.get(services)?.get(client) ?? 0;
  const wait = until - services.clock.now();
  return wait > 0 ? { wait } : null;
}

/** Only failures are counted, so that tokens that hold cost nothing. */
async function failedToken({ services, request, requestId }: RequestContext): Promise<AttemptRefusal | null> {
  const { ip } = factsOf(request, requestId);
  const permit = await permitAttempt(services, { kind: "other", ip, email: null });
  if (!("wait" in permit)) return null;
  const clients = held.get(services) ?? new Map<string, number>();
  if (clients.size >= HELD_MAX) clients.clear();
  held.set(services, clients.set(clientOf(ip), services.clock.now() + permit.wait));
  return permit;
}
