/** The smallest real call, to see whether a key, an address and a model are right. Called by test-model.ts. */
import type { ModelProvider, TestedModel } from "@edgewright/contracts";
import { APICallError, generateText, type LanguageModel } from "ai";
import { type ProviderFault, providerFault } from "./provider-fault.ts";

const TRY_MS = 10_000;
/** Some models refuse to be given fewer. */
const ANSWER_TOKENS = 16;

export async function tryModel(
  { provider, name, model }: { provider: ModelProvider; name: string; model: LanguageModel },
  patience = AbortSignal.timeout(TRY_MS),
): Promise<TestedModel> {
  const started = Date.now();
  const tested = (ok: boolean, message: string, next: string | null): TestedModel => ({ ok, ms: Date.now() - started, message, next });
  try {
    await generateText({ model, prompt: "Answer with the word ok.", maxOutputTokens: ANSWER_TOKENS, maxRetries: 0, abortSignal: patience });
    return tested(true, `${name} answered.`, null);
  } catch (error) {
    if (patience.aborted)
      return tested(false, `No answer within ${TRY_MS / 1000} seconds.`, "Check the address, or try again when the model is loaded.");
    return tested(false, ...explained(error, provider, name));
  }
}

function explained(error: unknown, provider: ModelProvider, name: string): [message: string, next: string] {
  const fault = providerFault(error);
  const { kind, status } = fault;
  if (provider === "compatible" && leadsElsewhere(error, fault))
    return [
      `The server answers, but not like a model server${status === null ? "" : ` (${status})`}.`,
      "Check the address; it often ends in /v1.",
    ];
  switch (kind) {
    case "key":
      return [`The key was refused (${status}).`, "Check that it is whole, not revoked, and of this provider."];
    case "credit":
      return ["The key is right, but its account has no credit left.", "Top it up at the provider."];
    case "model":
      return [`The provider does not know the model ${name}.`, "Check its name, or choose another one."];
    case "busy":
      return ["The key is right, but the provider takes no more requests for the moment.", "Try again in a minute."];
    case "request":
      return [`The provider refused the request (${status}).`, "Check the model's name; it may not be one to talk to."];
    case "slow":
    case "down":
      return [`The provider has trouble of its own${status === null ? "" : ` (${status})`}.`, "Try again later."];
    case "unreachable":
      return [
        "The server cannot be reached.",
        provider === "compatible" ? "Check the address, and that the server runs." : "Try again in a moment.",
      ];
  }
}

/** A page, a redirect or nothing where the model should be. */
function leadsElsewhere(error: unknown, { status, named }: ProviderFault): boolean {
  if (named) return false;
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode < 400) return true;
  return status === 404 || status === 405;
}
