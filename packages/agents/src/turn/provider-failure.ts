/** What a model provider's error means for the person who waits for a job: a code, a sentence and what to do. */
import type { Failure } from "@edgewright/contracts";
import { providerFault } from "@edgewright/models";

const LATER = "Press Retry in a moment, or choose another model.";

/** `started`: the answer had begun. */
export function providerFailure(error: unknown, started: boolean): Failure & { next: string } {
  const { kind, status } = providerFault(error);
  const told = status === null ? "" : ` (${status})`;
  switch (kind) {
    case "key":
      return { code: "model_auth", message: `The model's provider refused the key${told}.`, next: "Check the key in Settings → Models." };
    case "credit":
      return {
        code: "model_credit",
        message: `The account at the model's provider has no credit left${told}.`,
        next: "Top it up, or choose another model in Settings → Models.",
      };
    case "model":
      return {
        code: "model_unknown",
        message: `The model's provider does not know this model${told}.`,
        next: "Check its name in Settings → Models, or choose another one there.",
      };
    case "busy":
      return {
        code: "model_rate_limited",
        message: `The model's provider takes no more requests for the moment${told}.`,
        next: "Wait a minute, then press Retry.",
        retry: true,
      };
    case "slow":
      return { code: "model_timeout", message: `The model's provider took too long${told}.`, next: LATER, retry: true };
    case "request":
      return {
        code: "bad_request",
        message: `The model's provider refused the request${told}.`,
        next: "Press Retry. If it is refused again, choose another model in Settings → Models.",
      };
    case "down":
    case "unreachable":
      if (started)
        return { code: "model_stream_broken", message: "The model's answer broke off in the middle.", next: "Press Retry.", retry: true };
      return {
        code: "model_unavailable",
        message: status === null ? "The model's provider cannot be reached." : `The model's provider failed${told}.`,
        next: LATER,
        retry: true,
      };
  }
}
