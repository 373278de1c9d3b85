/** A row, or what is made of it, is sent to an address, signed as Standard Webhooks has it, so that whoever gets it knows that it is from here, and which it is. */
import { type AutomationEffect, type DataPlace, type EffectEnd, type OpenVariables, type Outcome, secretsIn } from "@edgewright/contracts";
import { fail, masked, ok, toBase64 } from "@edgewright/core";

type CallEffect = Extract<AutomationEffect, { step: "call" }>;
export type CallDeps = {
  /** Asks only addresses that the platform's rules allow, and follows none to another. */
  fetchOutside: typeof fetch;
  /** Those that people set for the app there. */
  variables(place: DataPlace): Promise<Outcome<OpenVariables>>;
  clock: { now(): number };
  /** Of whoever runs the platform. */
  sealKey: string;
};

const PATIENCE_MS = 15_000;
/** What passes by itself. */
const passes = (status: number): boolean => status === 408 || status === 429 || status >= 500;

export async function callAddress(deps: CallDeps, effect: CallEffect): Promise<EffectEnd> {
  const { body, place, key } = effect;
  const result = (status: number | null, sent: boolean) => ({ step: "call" as const, url: effect.url, body, status, sent });
  if (place.environment !== "production") return { ok: true, result: result(null, false) };
  if (effect.unsure && effect.own)
    return fail("conflict", "Whoever was calling stopped in the middle: it may have got there.", { next: "Retry if it did not." });
  const opened = await openedCall(deps, effect);
  if (!opened.ok) return opened;
  const { url, headers, secrets } = opened.value;
  const signed = await signedHeaders(await callKey(deps.sealKey, place), { id: key, at: deps.clock.now(), body });
  let response: Response;
  try {
    const init = { method: "POST", headers: { ...signed, ...headers }, body, signal: AbortSignal.timeout(PATIENCE_MS) };
    response = await deps.fetchOutside(url, init);
  } catch (error) {
    const why = masked(error instanceof Error ? error.message : String(error), secrets);
    return fail("unavailable", `${effect.url} could not be asked: ${why.slice(0, 200)}`, {
      next: "See whether the address is right and answers, then retry.",
      retry: true,
    });
  }
  await response.body?.cancel();
  if (response.ok) return { ok: true, result: result(response.status, true) };
  const after = Number(response.headers.get("retry-after"));
  return fail("unavailable", `${effect.url} answered ${response.status}.`, {
    retry: passes(response.status),
    ...(after > 0 && { after: Math.ceil(after) }),
    next: "See whether the address is right, then retry.",
  });
}

type Opened = { url: string; headers: Record<string, string>; secrets: Record<string, string> };
const VARIABLE = /\{env\.(\w+)\}/g;

/** With the values of the variables that the address and the headers name. */
async function openedCall(deps: CallDeps, { url, headers, place }: CallEffect): Promise<Outcome<Opened>> {
  const named = [url, ...Object.values(headers)].flatMap((text) => [...text.matchAll(VARIABLE)].map(([, name = ""]) => name));
  if (named.length === 0) return ok({ url, headers, secrets: {} });
  const variables = await deps.variables(place);
  if (!variables.ok) return variables;
  const missing = named.find((name) => variables.value[name] === undefined);
  if (missing !== undefined)
    return fail("bad_request", `The variable ${missing} is not set for the published app.`, {
      next: "Set it in the project's menu, Environment, then retry.",
    });
  const filled = (text: string) => text.replace(VARIABLE, (_, name: string) => variables.value[name]?.value ?? "");
  return ok({
    url: filled(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), filled(text)])),
    secrets: secretsIn(variables.value),
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
