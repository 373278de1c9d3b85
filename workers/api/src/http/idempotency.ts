/** `Idempotency-Key`: a POST that is sent again, after a lost answer, takes effect once and gets the first answer. Used by handle.ts. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, sha256Hex } from "@edgewright/core";
import type { Services } from "../services.ts";

const KEY = /^[\x21-\x7e]{1,200}$/;

export type Once = { userId: string; key: string; request: string };

export async function onceOf(request: Request, userId: string, body: string): Promise<Outcome<Once | null>> {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return ok(null);
  if (!KEY.test(key)) {
    const next = "Use a random id, such as a UUID.";
    return fail("bad_request", "An Idempotency-Key has 1 to 200 printable characters.", { next });
  }
  return ok({ userId, key, request: await sha256Hex(`${request.method} ${new URL(request.url).pathname}\n${body}`) });
}

/** Answers that succeeded are kept. A request that was refused did nothing, so its key is free again. */
export async function answerOnce(services: Services, once: Once, answer: () => Promise<Response>): Promise<Outcome<Response>> {
  const kept = await services.idempotency.claim({ ...once, now: services.clock.now() });
  if (kept) return replay(kept, once);
  try {
    const response = await answer();
    if (response.ok) await services.idempotency.settle({ ...once, status: response.status, body: await response.clone().text() });
    else await services.idempotency.release(once);
    return ok(response);
  } catch (error) {
    await services.idempotency.release(once);
    throw error;
  }
}

function replay(kept: { request: string; status: number | null; body: string | null }, once: Once): Outcome<Response> {
  if (kept.request !== once.request)
    return fail("conflict", "This Idempotency-Key was used for another request.", { next: "Use a new key for each request." });
  if (kept.status === null)
    return fail("conflict", "The first request with this Idempotency-Key is still at work.", { retry: true, next: "Wait a moment." });
  const headers = { "content-type": "application/json", "idempotency-replayed": "true" };
  return ok(new Response(kept.body, { status: kept.status, headers }));
}
