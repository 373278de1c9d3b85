import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./json.ts";

const read = (text: string) => {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : parsed.error.code;
};

describe("JSON from outside", () => {
  it("is what JSON.parse makes of it, where that changes nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        if (!text.includes('"__proto__"')) expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
    expect([read("1.50"), read("1e2"), read("-0"), read("0.1"), read("1E-7")]).toEqual([1.5, 100, 0, 0.1, 1e-7]);
  });

  it("keeps whole numbers that would be rounded, and leaves no other such number finite", () => {
    expect(read("9007199254740993")).toBe(9007199254740993n);
    expect(read("[-12345678901234567890]")).toEqual([-12345678901234567890n]);
    for (const text of ["1e400", "-1e400", "1e-400", "0.1000000000000000000001", "9".repeat(500)])
      expect([text, Number.isFinite(read(text) as number)]).toEqual([text, false]);
  });

  it("refuses what cannot be kept or walked through", () => {
    expect(read('{"a":{"__proto__":1}}')).toBe("bad_request");
    expect(read("[".repeat(3000) + "]".repeat(3000))).toBe("bad_request");
    expect(read("[".repeat(1_000_000))).toBe("bad_request");
    expect(read(`["${"[".repeat(3000)}", "\\"["]`)).toEqual(["[".repeat(3000), '"[']);
    expect(["", "{", "NaN", "undefined"].map(read)).toEqual(Array(4).fill("bad_request"));
  });
});
