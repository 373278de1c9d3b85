/** What is known of models. */

import type { ModelProvider } from "@edgewright/contracts";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { KNOWN_MODELS } from "./known-models.ts";
import { costOf } from "./model-info.ts";
import { modelInfo, modelName, parseModelName } from "./registry.ts";

test("a model's own name may hold colons and slashes", () => {
  expect(parseModelName("compatible:qwen3-coder:30b")).toEqual({ provider: "compatible", model: "qwen3-coder:30b" });
  expect(parseModelName("workers-ai:@cf/openai/gpt-oss-120b")).toEqual({ provider: "workers-ai", model: "@cf/openai/gpt-oss-120b" });
  for (const name of ["", "gpt-5", "openai:", ":x", "starter:builtin", "evil:x"]) expect(parseModelName(name)).toBeNull();
});

test("every model of the table has a window, an answer within it and a price", () => {
  for (const [provider, models] of Object.entries(KNOWN_MODELS)) {
    for (const { model } of models) {
      const info = modelInfo(modelName(provider as ModelProvider, model));
      expect(info.outputTokens).toBeLessThanOrEqual(info.contextTokens / 2);
      expect(must(info.price).cached).toBeLessThanOrEqual(must(info.price).input);
      expect(must(info.price).output).toBeGreaterThan(0);
    }
  }
});

test("an unknown model has a small window and no price, so its calls cost null", () => {
  const info = modelInfo("openrouter:some/model");
  expect(info).toMatchObject({ contextTokens: 32_000, price: null, tools: true });
  expect(costOf(info.price, { inputTokens: 1000, cachedTokens: 0, outputTokens: 10 })).toBeNull();
});

test("what an organization says of its model comes before the table", () => {
  const own = { model: "gpt-5.6", contextTokens: 64_000, tools: false, price: null };
  expect(modelInfo("openai:gpt-5.6", own)).toMatchObject({ contextTokens: 64_000, outputTokens: 16_000, tools: false, price: null });
});

test("cached input costs its own price", () => {
  const { price } = modelInfo("openai:gpt-5.6");
  expect(costOf(price, { inputTokens: 1_000_000, cachedTokens: 500_000, outputTokens: 100_000 })).toBeCloseTo(1 + 0.1 + 1);
});
