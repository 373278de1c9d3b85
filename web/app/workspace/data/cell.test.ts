import type { Column } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { editText, parseText, showValue } from "./cell.ts";

const column = (type: Column["type"], more: Partial<Column> = {}): Column => ({ name: "x", label: "X", type, ...more });

describe("cells", () => {
  it("show values as people write them", () => {
    expect(showValue(column("number", { format: "currency" }), 1234.5)).toBe("1,234.50");
    expect(showValue(column("number", { format: "percent" }), 40)).toBe("40 %");
    expect(showValue(column("boolean"), false)).toBe("no");
    expect(showValue(column("datetime"), "2026-03-31T09:30:00.000Z")).toBe("2026-03-31 09:30");
    expect(showValue(column("json"), { a: 1 })).toBe('{"a":1}');
    expect(showValue(column("text"), null)).toBe("");
  });

  it.each([
    [column("number"), "1,234.5", 1234.5],
    [column("integer"), " 7 ", 7],
    [column("text"), "  a ", "a"],
    [column("longtext"), " a\n", " a\n"],
    [column("json"), '{"a":1}', { a: 1 }],
    [column("text"), "", null],
  ])("read %o from %j", (of, text, value) => {
    expect(parseText(of, text)).toEqual({ ok: true, value });
  });

  it.each([
    [column("number"), "abc"],
    [column("integer"), "1.5"],
    [column("json"), "{"],
    [column("text", { required: true }), " "],
  ])("refuse in %o the text %j", (of, text) => {
    expect(parseText(of, text).ok).toBe(false);
  });

  it("edit what they show", () => {
    for (const [of, value] of [
      [column("number"), 12.25],
      [column("text"), "a"],
      [column("json"), { a: [1] }],
    ] as const) {
      expect(parseText(of, editText(of, value))).toEqual({ ok: true, value });
    }
  });
});
