import { TEXT_PROTOCOL } from "@edgewright/text-edits";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { SHAPES, TOOLS } from "../tools/tools.ts";
import { estimateTokens } from "./index.ts";
import { INSTRUCTIONS } from "./instructions.ts";
import { TOOLS_TOKENS, windowOf } from "./window.ts";

const model = (contextTokens: number) => ({ contextTokens, outputTokens: Math.min(16_000, contextTokens / 4) });

describe("a model's window", () => {
  it.each([16_000, 32_000, 64_000, 200_000, 1_000_000])(
    "of %i tokens holds the instructions, the app, the conversation and an answer",
    (contextTokens) => {
      const { contextTokens: app, earlierTokens, turnsTokens } = windowOf([model(contextTokens)]);
      const instructions = INSTRUCTIONS + "x ".repeat(Math.floor(app / 2));
      const turns = turnsTokens(instructions, [{ role: "user", content: "x ".repeat(Math.floor(earlierTokens / 2)) }]);
      expect(Math.min(app, earlierTokens, turns)).toBeGreaterThan(500);
      const told = estimateTokens(INSTRUCTIONS) + app + earlierTokens + TOOLS_TOKENS + turns;
      expect(told + model(contextTokens).outputTokens).toBeLessThanOrEqual(contextTokens * 1.2);
    },
  );

  it("is the smallest of those that may have to go on with the job", () => {
    expect(windowOf([model(200_000), model(32_000)]).contextTokens).toBe(windowOf([model(32_000)]).contextTokens);
  });

  it("keeps room for the tools, and for the text protocol in their place", () => {
    const tools = Object.entries(SHAPES).map(([name, shape]) => ({
      name,
      description: TOOLS[name]?.description,
      parameters: z.toJSONSchema(shape),
    }));
    expect(estimateTokens(JSON.stringify(tools))).toBeLessThanOrEqual(TOOLS_TOKENS);
    expect(estimateTokens(TEXT_PROTOCOL)).toBeLessThanOrEqual(TOOLS_TOKENS);
  });
});
