/** What a model provider's error means for the person: a code, a sentence and what to do. Provider texts are not passed on; they may hold keys. */
import type { Failure } from "@edgewright/contracts";
import { APICallError } from "ai";
import { z } from "zod";

const SETTINGS = "Open Settings → Models and check it.";

export function providerFailure(error: unknown, started: boolean): Failure {
  const status = statusOf(error);
  if (status === 401 || status === 403)
    return { code: "model_auth", message: `The model's provider refused the key (${status}).`, next: SETTINGS };
  if (status === 402)
    return {
      code: "model_credit",
      message: "The account at the model's provider has no credit left (402).",
      next: "Top it up, or choose another model in Settings → Models.",
    };
  if (status === 429)
    return {
      code: "model_rate_limited",
      message: "The model's provider takes no more requests for the moment (429).",
      next: "Wait a minute, then press Retry.",
      retry: true,
    };
  if (status === 404) return { code: "model_unknown", message: "The model's provider does not know this model (404).", next: SETTINGS };
  if (status !== null && status < 500 && status >= 400)
    return { code: "bad_request", message: `The model's provider refused the request (${status}).`, next: SETTINGS };
  if (started)
    return { code: "model_stream_broken", message: "The model's answer broke off in the middle.", next: "Press Retry.", retry: true };
  const what = status === null ? "cannot be reached" : `failed (${status})`;
  return {
    code: "model_unavailable",
    message: `The model's provider ${what}.`,
    next: "Press Retry in a moment, or choose another model.",
    retry: true,
  };
}

/** What an error inside an answer that began well looks like, as OpenRouter and others send it: the status as `code`. */
const Inside = z.object({ code: z.coerce.number().int().min(400).max(599) });

/** Looks through the SDK's retry wrapper, which carries the last error. */
function statusOf(error: unknown): number | null {
  for (let at: unknown = error; at instanceof Error; at = "lastError" in at ? at.lastError : at.cause) {
    if (APICallError.isInstance(at) && at.statusCode !== undefined) return at.statusCode;
  }
  return Inside.safeParse(error).data?.code ?? null;
}
