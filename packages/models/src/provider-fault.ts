/** What kind of trouble a model's provider is in, whatever shape its error has. Its texts are looked at here and passed on nowhere; they may hold keys. */
import { APICallError } from "ai";
import { z } from "zod";

export type ProviderFault = {
  kind: "key" | "credit" | "model" | "busy" | "slow" | "request" | "down" | "unreachable";
  /** HTTP, where there was an answer. */
  status: number | null;
  /** The provider itself gave it a name; otherwise the kind follows from the status alone. */
  named: boolean;
};

export function providerFault(error: unknown): ProviderFault {
  const call = callErrorIn(error);
  const inside = Inside.safeParse(error).data;
  const told = call?.responseBody === undefined ? inside : (toldIn(call.responseBody) ?? inside);
  const status = call?.statusCode ?? numberOf(told?.code);
  const name = `${told?.code ?? ""} ${told?.type ?? ""}`;
  const named = kindByName(name, told?.message ?? "");
  const unnamed = status === null && /server_error/.test(name) ? "down" : kindByStatus(status);
  return { kind: named ?? unnamed, status, named: named !== null };
}

/** An error object as providers send it: in the body of a refusal, or inside an answer that began well. OpenRouter puts the status into `code`. */
const Inside = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  message: z.string().nullish(),
});
const Body = z.object({ error: z.union([Inside, z.string().transform((message) => ({ code: null, type: null, message }))]) });

/** Looks through the SDK's retry wrapper, which carries the last error. */
function callErrorIn(error: unknown): APICallError | null {
  for (let at: unknown = error; at instanceof Error; at = "lastError" in at ? at.lastError : at.cause)
    if (APICallError.isInstance(at) && at.statusCode !== undefined) return at;
  return null;
}

function toldIn(body: string): z.infer<typeof Inside> | null {
  try {
    return Body.parse(JSON.parse(body)).error;
  } catch {
    return null;
  }
}

function numberOf(code: string | number | null | undefined): number | null {
  const status = z.coerce
    .number()
    .int()
    .min(400)
    .max(599)
    .safeParse(code ?? undefined);
  return status.success ? status.data : null;
}

/** A name says more than a status: OpenAI answers 429 to an account without credit, OpenRouter 400 to an unknown model. */
function kindByName(name: string, message: string): ProviderFault["kind"] | null {
  if (/insufficient_quota|billing/.test(name)) return "credit";
  if (/model_not_found/.test(name) || /not a valid model|no such model|model .{0,200}(not found|does not exist)/i.test(message))
    return "model";
  if (/invalid_api_key|authentication_error/.test(name)) return "key";
  return /rate_limit|overloaded/.test(name) ? "busy" : null;
}

function kindByStatus(status: number | null): ProviderFault["kind"] {
  if (status === null) return "unreachable";
  if (status === 401 || status === 403) return "key";
  if (status === 402) return "credit";
  if (status === 404) return "model";
  if (status === 408 || status === 504) return "slow";
  if (status === 429) return "busy";
  return status >= 400 && status < 500 ? "request" : "down";
}
