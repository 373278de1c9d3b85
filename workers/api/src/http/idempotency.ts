/** `Idempotency-Key`: a POST that is sent again, after a lost answer, takes effect once and gets the first answer. Used by handle.ts. */
import { IdempotencyKey, type Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok, seal, sha256Hex, unseal } from "@edgewright/core";
import type { Repositories } from "@edgewright/db";
import type { Variables } from "../env.ts";

/** What answering once stands on. */
type OncePorts = Pick<Repositories, "idempotency"> & { clock: Clock; variables: Pick<Variables, "SEAL_KEY"> };

export type IdempotentRequest = { userId: string; key: string; request: string };

export async function onceOf(request: Request, userId: string, body: string): Promise<Outcome<IdempotentRequest | null>> {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return ok(null);
  if (!IdempotencyKey.safeParse(key).success) {
    const next = "Use a random id, such as a UUID.";
    return fail("bad_request", "An Idempotency-Key has 1 to 200 printable characters.", { next });
  }
  return ok({ userId, key, request: await sha256Hex(`${request.method} ${new URL(request.url).pathname}\n${body}`) });
}

/** Answers that succeeded are kept. A request that was refused did nothing, so its key is free again. */
export async function answerOnce(
  services: OncePorts,
  once: IdempotentRequest,
  answer: () => Promise<Response>,
): Promise<Outcome<Response>> {
  const kept = await services.idempotency.claim({ ...once, now: services.clock.now() });
  if (kept) return replay(services, kept, once);
  try {
    const response = await answer();
    if (response.ok) await services.idempotency.settle({ ...once, status: response.status, body: await sealed(services, once, response) });
    else await services.idempotency.release(once);
    return ok(response);
  } catch (error) {
    await services.idempotency.release(once);
    throw error;
  }
}

/** An answer may hold what is shown once, such as a token. */
const contextOf = ({ userId, key }: IdempotentRequest) => `answer ${userId} ${key}`;
const sealed = async (services: OncePorts, once: IdempotentRequest, response: Response) =>
  seal(await response.clone().text(), services.variables.SEAL_KEY, contextOf(once));

type KeptAnswer = { request: string; status: number | null; body: string | null };

async function replay(services: OncePorts, kept: KeptAnswer, once: IdempotentRequest): Promise<Outcome<Response>> {
  if (kept.request !== once.request)
    return fail("conflict", "This Idempotency-Key was used for another request.", { next: "Use a new key for each request." });
  if (kept.status === null)
    return fail("conflict", "The first request with this Idempotency-Key is still at work.", { retry: true, next: "Wait a moment." });
  const body = kept.body === null ? null : await unseal(kept.body, services.variables.SEAL_KEY, contextOf(once));
  if (body === null)
    return fail("conflict", "The first request with this Idempotency-Key was done, and its answer is no longer at hand.", {
      next: "Look at what it did before you send it under a new key.",
    });
  const headers = { "content-type": "application/json", "idempotency-replayed": "true" };
  return ok(new Response(body, { status: kept.status, headers }));
}
