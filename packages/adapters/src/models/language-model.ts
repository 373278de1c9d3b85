/** A provider's model over the AI SDK. */
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { ProviderAccess } from "@edgewright/models";
import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import type { LanguageModel } from "ai";
import { createWorkersAI } from "workers-ai-provider";

/** A redirect is not followed: the key was given for one host, and another one could be inside a network. */
const staying: typeof fetch = (input, init) => fetch(input, { ...init, redirect: "manual" });

export function languageModel(
  { provider, baseUrl: baseURL, key, fetch: own = staying }: ProviderAccess,
  model: string,
  ai: Ai | null,
): LanguageModel {
  switch (provider) {
    case "openrouter": {
      const openrouter = createOpenRouter({ baseURL, apiKey: key ?? "", compatibility: "strict", appName: "Edgewright", fetch: staying });
      return openrouter.chat(model, { usage: { include: true } });
    }
    case "openai":
      return createOpenAI({ baseURL, apiKey: key ?? "", fetch: staying }).chat(model);
    case "workers-ai":
      if (ai === null) throw new Error("Workers AI is not bound");
      return createWorkersAI({ binding: ai })(model);
    case "compatible": {
      const options = { name: "compatible", baseURL, includeUsage: true, fetch: own };
      return createOpenAICompatible({ ...options, ...(key === null ? {} : { apiKey: key }) }).chatModel(model);
    }
  }
}
