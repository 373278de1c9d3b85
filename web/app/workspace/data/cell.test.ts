import type { Column } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { editText, parseText, showValue } from "./cell.ts";

const column = (type: Column["type"], more: Partial<Column> = {}): Column => ({ name: "x", label: "X", type, ...more });

describe("cells", () => {
  it("show values as people write them", () => {
    expect(showValue(column("number", { format: "currency" }), 1234.5)).toBe("1,234.50");
    expect(showValue(column("number", { format: "currency" }), 20.999)).toBe("20.999");
    expect(showValue(column("number"), 0.1234567890123)).toBe("0.1234567890123");
    expect(showValue(column("number", { format: "percent" }), 40)).toBe("40 %");
    expect(showValue(column("boolean"), false)).toBe("no");
    expect(showValue(column("datetime"), "2026-03-31T09:30:00.000Z")).toBe("2026-03-31 09:30");
    expect(showValue(column("json"), { a: 1 })).toBe('{"a":1}');
    expect(showValue(column("text"), null)).toBe("");
    expect(showValue(column("money", { currency: "EUR" }), 1234.5)).toBe("1,234.50 EUR");
    expect(showValue(column("money", { currency: "JPY" }), 1234)).toBe("1,234 JPY");
    expect(showValue(column("duration"), 5400)).toBe("1:30");
    expect(showValue(column("rating"), 2)).toBe("★★☆☆☆");
  });

  it.each([
    [column("number"), "1,234.5", 1234.5],
    [column("integer"), " 7 ", 7],
    [column("text"), "  a ", "a"],
    [column("longtext"), " a\n", " a\n"],
    [column("json"), '{"a":1}', { a: 1 }],
    [column("text"), "", null],
    [column("duration"), "1:30", 5400],
    [column("duration"), "1h 5m", 3900],
    [column("duration"), "90", 5400],
    [column("multiselect"), '["a"]', ["a"]],
    [column("multiselect"), "[]", null],
  ])("read %o from %j", (of, text, value) => {
    expect(parseText(of, text)).toEqual({ ok: true, value });
  });

  it.each([
    [column("number"), "abc"],
    [column("integer"), "1.5"],
    [column("json"), "{"],
    [column("duration"), "a while"],
    [column("datetime"), "soon"],
    [column("references", { required: true }), "[]"],
    [column("text", { required: true }), " "],
  ])("refuse in %o the text %j", (of, text) => {
    expect(parseText(of, text).ok).toBe(false);
  });

  it("edit what they show", () => {
    for (const [of, value] of [
      [column("number"), 12.25],
      [column("text"), "a"],
      [column("json"), { a: [1] }],
      [column("money", { currency: "EUR" }), 12.34],
      [column("duration"), 3661],
      [column("references"), ["row_a", "row_b"]],
      [column("datetime"), "2026-03-31T09:30:00.000Z"],
    ] as const) {
      expect(parseText(of, editText(of, value))).toEqual({ ok: true, value });
    }
  });
});
