/** Conditions as a person sets and reads them. */
import { type Column, RowCondition } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { asksForValue, conditionOf, sentenceOf, wayOf, waysOf } from "./conditions.ts";

const column = (type: Column["type"], more: Partial<Column> = {}): Column => ({ name: "f", label: "Field", type, ...more });
const OPTIONS = { options: ["open", "done"] };
const COLUMNS = [
  ...(["text", "longtext", "email", "url", "phone", "number", "integer", "rating", "duration", "boolean", "date"] as const).map((type) =>
    column(type),
  ),
  ...(["datetime", "time", "json", "user", "image", "file", "files"] as const).map((type) => column(type)),
  ...[column("select", OPTIONS), column("multiselect", OPTIONS), column("money", { currency: "EUR" }), column("decimal", { digits: 2 })],
  ...[column("reference", { ref: "t" }), column("references", { ref: "t" }), column("autonumber")],
];
const TYPED: Partial<Record<Column["type"], string>> = { date: "2026-03-01", datetime: "2026-03-01", time: "09:30", duration: "1:30" };
const typed = ({ type }: Column) => TYPED[type] ?? (["number", "integer", "rating", "money", "decimal"].includes(type) ? "3" : "open");

describe("the conditions of a field", () => {
  it.each(COLUMNS.map((one) => [one.type, one] as const))("of type %s are each one that can be asked, said, and known again", (_, one) => {
    const ways = waysOf(one);
    expect(ways.length).toBeGreaterThan(1);
    for (const way of ways) {
      const made = conditionOf(one, way, typed(one));
      if (!made.ok) throw new Error(made.problem);
      expect(RowCondition.parse(made.condition)).toEqual(made.condition);
      expect(wayOf(one, made.condition)).toEqual(way);
      expect(sentenceOf(one, made.condition, {})).toMatch(new RegExp(`^Field ${way.label}`));
    }
  });

  it("say what is missing or no such value", () => {
    const more = waysOf(column("number")).find(({ op }) => op === "gt");
    if (!more) throw new Error("Numbers are compared");
    expect(conditionOf(column("number"), more, "")).toEqual({ ok: false, problem: "Say with what." });
    expect(conditionOf(column("number"), more, "many")).toMatchObject({ ok: false });
    expect(asksForValue(more)).toBe(true);
  });

  it("name rows and people as they are called", () => {
    const condition: RowCondition = { column: "f", op: "eq", value: "r1" };
    expect(sentenceOf(column("reference", { ref: "t" }), condition, { t: [{ id: "r1", label: "Acme" }] })).toBe("Field is Acme");
    expect(sentenceOf(column("text"), { column: "f", op: "contains", value: "tea" }, {})).toBe("Field contains “tea”");
    expect(sentenceOf(column("date"), { column: "f", op: "eq", value: "last_7_days" }, {})).toBe("Field is in the last 7 days");
  });
});
