/** A row is sent to an address, signed as Standard Webhooks has it, so that whoever gets it knows that it is from here, and which it is. */
import type { AutomationEffect, DataPlace, EffectEnd } from "@edgewright/contracts";
import { fail, toBase64 } from "@edgewright/core";

type CallEffect = Extract<AutomationEffect, { step: "call" }>;
export type CallDeps = {
  /** Asks only addresses that the platform's rules allow, and follows none to another. */
  fetchOutside: typeof fetch;
  clock: { now(): number };
  /** Of whoever runs the platform. */
  sealKey: string;
};

const PATIENCE_MS = 15_000;
/** What passes by itself. */
const passes = (status: number): boolean => status === 408 || status === 429 || status >= 500;

export async function callAddress(deps: CallDeps, effect: CallEffect): Promise<EffectEnd> {
  const { url, body, place, key } = effect;
  const result = (status: number | null, sent: boolean) => ({ step: "call" as const, url, body, status, sent });
  if (place.environment !== "production") return { ok: true, result: result(null, false) };
  const headers = await signedHeaders(await callKey(deps.sealKey, place), { id: key, at: deps.clock.now(), body });
  let response: Response;
  try {
    response = await deps.fetchOutside(url, { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail("unavailable", `${url} could not be asked: ${why.slice(0, 200)}`, { retry: true });
  }
  await response.body?.cancel();
  if (response.ok) return { ok: true, result: result(response.status, true) };
  const after = Number(response.headers.get("retry-after"));
  return fail("unavailable", `${url} answered ${response.status}.`, {
    retry: passes(response.status),
    ...(after > 0 && { after: Math.ceil(after) }),
    next: "See whether the address is right, then retry.",
  });
}

/** Each app's own, in each of its environments, and kept nowhere: it follows from the platform's key. */
export const callSecret = async (sealKey: string, of: KeyOf): Promise<string> => `whsec_${toBase64(await callKey(sealKey, of))}`;

type KeyOf = Pick<DataPlace, "projectId" | "environment">;

function callKey(sealKey: string, { projectId, environment }: KeyOf): Promise<Uint8Array<ArrayBuffer>> {
  const [newest = ""] = sealKey.split(",");
  return hmac(new TextEncoder().encode(newest.trim()), `automation calls of ${projectId} in ${environment}`);
}

/** https://www.standardwebhooks.com */
async function signedHeaders(
  key: Uint8Array<ArrayBuffer>,
  { id, at, body }: { id: string; at: number; body: string },
): Promise<Record<string, string>> {
  const timestamp = Math.floor(at / 1000);
  const signature = await hmac(key, `${id}.${timestamp}.${body}`);
  return {
    "content-type": "application/json",
    "user-agent": "Edgewright",
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${toBase64(signature)}`,
  };
}

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text)));
}
