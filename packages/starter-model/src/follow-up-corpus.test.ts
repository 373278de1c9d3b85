/** Follow-ups in other words than the reading was made of, and what comes of each. The figures are in eval/results.md. */
import { sampleOf } from "@edgewright/testing/share";
import { describe, expect, it } from "vitest";
import { followUps, judge } from "./testing/follow-up-corpus.ts";

describe.each(["follow-ups", "follow-ups-held"] as const)("of the messages in %s", (file) => {
  it.each(sampleOf(followUps(file), 4).map((one) => ({ ...one, name: one.says.join(" | ") })))("$app: $name", async (one) => {
    const { result, unmet, said } = await judge(one);
    expect({ result, unmet, said }).toEqual({
      result: expect.stringMatching(/^(?:done|refused)$/),
      unmet: [],
      said: expect.not.stringContaining("REFUSED"),
    });
  });
});
