/**
 * Models worth offering from the start, per provider: the first one is the one to take. Figures are the
 * providers' lists of late 2026, in USD per million tokens. Where a provider charges more beyond some
 * length, `context` ends there, so that the price always holds. Used by the registry.
 */
import type { ModelPrice, ModelProvider } from "@edgewright/contracts";

export type KnownModel = { model: string; title: string; about: string; context: number; output: number; price: ModelPrice };

const price = (input: number, cached: number, output: number): ModelPrice => ({ input, cached, output });

export const KNOWN_MODELS: Record<Exclude<ModelProvider, "compatible">, readonly KnownModel[]> = {
  openrouter: [
    {
      model: "anthropic/claude-sonnet-5.5",
      title: "Claude Sonnet 5.5",
      about: "Strong at whole apps and long changes.",
      context: 1_000_000,
      output: 64_000,
      price: price(2, 0.2, 10),
    },
    {
      model: "anthropic/claude-opus-4.8",
      title: "Claude Opus 4.8",
      about: "For what others fail at; dear.",
      context: 200_000,
      output: 64_000,
      price: price(5, 0.5, 25),
    },
    {
      model: "anthropic/claude-haiku-4.5",
      title: "Claude Haiku 4.5",
      about: "Quick and cheap for small changes.",
      context: 200_000,
      output: 64_000,
      price: price(1, 0.1, 5),
    },
    {
      model: "qwen/qwen3.8-max",
      title: "Qwen 3.8 Max",
      about: "A good coder at a low price.",
      context: 256_000,
      output: 32_000,
      price: price(2, 0.25, 6),
    },
  ],
  openai: [
    {
      model: "gpt-5.6",
      title: "GPT-5.6",
      about: "Strong at whole apps and long changes.",
      context: 272_000,
      output: 64_000,
      price: price(2, 0.2, 10),
    },
    {
      model: "gpt-5.6-luna",
      title: "GPT-5.6 Luna",
      about: "Quick, for small changes.",
      context: 272_000,
      output: 64_000,
      price: price(1, 0.1, 6),
    },
    {
      model: "gpt-5-mini",
      title: "GPT-5 mini",
      about: "The cheapest of OpenAI's that builds apps.",
      context: 272_000,
      output: 64_000,
      price: price(0.25, 0.025, 2),
    },
  ],
  "workers-ai": [
    {
      model: "@cf/zai-org/glm-5.2",
      title: "GLM 5.2",
      about: "The strongest coder on Workers AI.",
      context: 256_000,
      output: 64_000,
      price: price(1.4, 0.26, 4.4),
    },
    {
      model: "@cf/moonshotai/kimi-k2.6",
      title: "Kimi K2.6",
      about: "Good at long tasks with many tools.",
      context: 256_000,
      output: 64_000,
      price: price(0.95, 0.16, 4),
    },
    {
      model: "@cf/openai/gpt-oss-120b",
      title: "gpt-oss 120B",
      about: "Open weights at a low price.",
      context: 128_000,
      output: 16_000,
      price: price(0.35, 0.35, 0.75),
    },
  ],
};
