import type { Column } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { parseColumn } from "./column-value.ts";

const kept = (type: Column["type"], value: unknown) => {
  const parsed = parseColumn({ name: "x", label: "X", type }, value);
  return parsed.ok ? parsed.value : new Error(parsed.problem);
};
const refused = (problem: string) => new Error(problem);

describe("a value", () => {
  it.each([
    ["datetime", "2026-03-31T09:30:00+05:00", "2026-03-31T04:30:00.000Z"],
    ["datetime", "2026-03-31T10:00", "2026-03-31T10:00:00.000Z"],
    ["datetime", "2026-03-31T10:00:00.1230000Z", "2026-03-31T10:00:00.123Z"],
    ["date", "2024-02-29", "2024-02-29"],
    ["number", -0, 0],
    ["number", 1e300, 1e300],
    ["integer", 9007199254740991, 9007199254740991],
    ["email", "jörg@müller.de", "jörg@müller.de"],
    ["email", "o'neil+x@a-b.xn--p1ai", "o'neil+x@a-b.xn--p1ai"],
    ["json", { a: [1, null, "x"] }, { a: [1, null, "x"] }],
  ] as const)("of %s is kept as one form", (type, value, stored) => expect(kept(type, value)).toEqual(stored));

  it.each([
    ["datetime", "2026-03-31T10:00:00.1234Z", "has more than milliseconds"],
    ["datetime", "0000-01-01T00:00+05:00", "is not a time in the years 0 to 9999"],
    ["datetime", "9999-12-31T23:59-05:00", "is not a time in the years 0 to 9999"],
    ["datetime", "2026-02-30T10:00Z", "must be a date and time such as 2026-03-31T09:30Z"],
    ["date", "2026-02-30", "must be a date such as 2026-03-31"],
    ["date", "2023-02-29", "must be a date such as 2026-03-31"],
    ["integer", 9007199254740993n, "is too large"],
    ["integer", 2 ** 60, "is too large"],
    ["integer", 1.5, "must be a whole number"],
    ["number", 9007199254740993n, "is too large to be kept exactly"],
    ["number", Number.POSITIVE_INFINITY, "is too large to be kept exactly"],
    ["number", Number.NaN, "must be a number, with no more digits than can be kept exactly"],
    ["number", "5", "must be a number"],
    ...["nobody", "a@b", "a b@c.de", ".a@b.de", "a..b@c.de", "a@-b.de", "a@b,c.de", "<a@b.de>"].map(
      (address) => ["email", address, "must be an e-mail address"] as const,
    ),
    ["text", "a\u0000", "has a character that cannot be kept (U+0000)"],
    ["text", "a\ud800", "has half a character (a lone surrogate)"],
    ["json", { a: 12345678901234567890n }, "has the number 12345678901234567890, which is too large to be kept exactly"],
    ["json", JSON.parse('{"a":{"__proto__":1}}'), "has the key __proto__, which cannot be kept"],
    ["json", { when: new Date(0) }, "must be JSON"],
    ["json", { a: undefined }, "must be JSON"],
  ] as const)("of %s is refused", (type, value, problem) => expect(kept(type, value)).toEqual(refused(problem)));

  it("of json has a bounded depth, whatever sends it", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(kept("json", deep)).toEqual(refused("is nested more than 64 deep"));
  });
});
