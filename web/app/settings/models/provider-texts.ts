/** What each provider is, for people. Used by ProviderSection. */
import type { ModelProvider } from "@edgewright/contracts";

interface ProviderText {
  title: string;
  about: string;
  /** What a key of it looks like. */
  keyLike: string;
  modelLike: string;
}

export const PROVIDER_TEXTS: Record<ModelProvider, ProviderText> = {
  openrouter: {
    title: "OpenRouter",
    about: "One key for the models of many makers. It says what each call cost.",
    keyLike: "sk-or-…",
    modelLike: "anthropic/claude-sonnet-5.5",
  },
  openai: {
    title: "OpenAI",
    about: "Its own models, with a key of its platform.",
    keyLike: "sk-…",
    modelLike: "gpt-5.6",
  },
  compatible: {
    title: "Compatible server",
    about: "Any server that speaks the OpenAI protocol: Ollama, LM Studio, vLLM, a gateway.",
    keyLike: "Leave it empty if none is needed",
    modelLike: "qwen3-coder:30b",
  },
  "workers-ai": {
    title: "Workers AI",
    about: "Open models on Cloudflare, paid with the platform's account. It takes no key.",
    keyLike: "",
    modelLike: "@cf/openai/gpt-oss-120b",
  },
};
/** In the order in which they are shown. */
export const PROVIDERS = Object.keys(PROVIDER_TEXTS) as ModelProvider[];
