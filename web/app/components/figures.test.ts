import { describe, expect, it } from "vitest";
import { money, ordinal, takenBy, takenText, totalOf } from "./figures.ts";

const usage = { model: "a:b", calls: 1, inputTokens: 11_000, cachedTokens: 0, outputTokens: 1400, cost: 0.0312 };

it("ordinals end as they are said", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102].map(ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd"]);
});

describe("figures", () => {
  it("say sums of money with as many digits as they need", () => {
    expect([0, 0.0004, 0.0042, 0.0312, 12.5].map(money)).toEqual(["$0", "under $0.001", "$0.004", "$0.03", "$12.50"]);
  });

  it("say what models took, and that the embedded one is free", () => {
    expect(takenText(takenBy(usage))).toBe("12k tokens · $0.03");
    expect(takenText(takenBy({ ...usage, cost: null }))).toBe("12k tokens");
    expect(takenText(takenBy({ ...usage, model: "starter:builtin", cost: null }))).toBe("");
  });

  it("add up, with no sum where one cost is not known", () => {
    expect(takenText(totalOf([usage, takenBy({ ...usage, model: "starter:builtin" })]))).toBe("25k tokens · $0.03");
    expect(totalOf([usage, { ...usage, cost: null }]).cost).toBeNull();
  });
});
