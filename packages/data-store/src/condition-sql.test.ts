/** A condition says the same of a row in SQL as it does when it is evaluated, whatever the condition, the row and who asks. */
import type { Column } from "@edgewright/contracts";
import { compile, evaluate, kindsOf, type Person } from "@edgewright/expressions";
import { memorySql } from "@edgewright/testing";
import { runsOf } from "@edgewright/testing/share";
import fc from "fast-check";
import { expect, test } from "vitest";
import { conditionSql } from "./condition-sql.ts";

const columns: Column[] = (
  [
    ["size", "number"],
    ["price", "money"],
    ["name", "text"],
    ["other", "longtext"],
    ["done", "boolean"],
    ["tags", "multiselect"],
    ["day", "date"],
    ["due", "date"],
    ["at", "datetime"],
    ["time", "time"],
  ] as const
).map(([name, type]) => ({ name, label: name, type }));
const kinds = kindsOf(columns);
const [now, today] = ["2026-03-31T09:30:00.000Z", "2026-03-31"];

const texts = fc.constantFrom("", "a", "A", "ab", "ä", "it's", "\u{1f600}b", "100%", '"', "b");
const days = fc.constantFrom("2026-03-30", "2026-03-31", "2026-04-01");
const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, 2, 3, 0.1, 0.2, 0.3, -1.5, 1e308, 2 ** 53 + 2, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const anything = fc.oneof(numbers, texts, fc.boolean(), fc.constant(null), fc.array(fc.oneof(texts, numbers), { maxLength: 2 }), days);
/** Mostly what the field is for, else what may have been left there by another field. */
const either = (usual: fc.Arbitrary<unknown>) =>
  fc.option(fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: anything }), { nil: undefined, freq: 4 });
const rows = fc.record({
  ...{ size: either(numbers), price: either(numbers), name: either(texts), other: either(texts), done: either(fc.boolean()) },
  ...{ tags: either(fc.array(texts, { maxLength: 3 })), day: either(days), due: either(days), at: either(fc.constant(now)) },
  time: either(fc.constantFrom("09:30", "09:30:15", "23:59")),
});
const people: fc.Arbitrary<Person> = fc.record({
  ...{ id: texts, name: texts, email: texts, role: fc.constantFrom("admin", "editor", "visitor") },
  roles: fc.array(texts, { maxLength: 2 }),
});

const literalText = texts.map((text) => JSON.stringify(text));
const { condition } = fc.letrec<Record<"condition" | "number" | "text" | "day", string>>((tie) => ({
  number: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("row.size", "row.price", "size(row.name)", "size(row.tags)", "row.name.size()"),
    fc.constantFrom("0", "1", "2.5", "-3", "0.1", "1e308"),
    fc.tuple(tie("number"), fc.constantFrom("+", "-", "*", "/"), tie("number")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("number").map((a) => `-(${a})`),
    fc.tuple(tie("condition"), tie("number"), tie("number")).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
  ),
  text: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("row.name", "row.other", "user.id", "user.role"),
    literalText,
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `(${a} + ${b})`),
  ),
  day: fc.constantFrom("row.day", "row.due", "today()", 'date("2026-03-30")'),
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("row.done", "true", "row.at <= now()", 'row.time < time("12:00")', 'row.at == instant("2026-03-31T09:30:00.000Z")'),
    fc.constantFrom("size", "name", "done", "tags", "day").map((name) => `has(row.${name})`),
    fc.tuple(tie("number"), fc.constantFrom("==", "!=", "<", "<=", ">", ">="), tie("number")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie("text"), fc.constantFrom("==", "!="), tie("text")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie("day"), fc.constantFrom("==", "!=", "<", ">="), tie("day")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie("text"), fc.constantFrom("startsWith", "endsWith", "contains"), tie("text")).map(([a, name, b]) => `${a}.${name}(${b})`),
    fc.tuple(tie("text"), fc.constantFrom("row.tags", "user.roles", '["a", "ab"]')).map(([a, list]) => `(${a} in ${list})`),
    fc.constant("row.size in [1, 2]"),
    fc.tuple(tie("condition"), fc.constantFrom("&&", "||"), tie("condition")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("condition").map((a) => `!(${a})`),
    fc.tuple(tie("condition"), tie("condition"), tie("condition")).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
  ),
}));

test("SQL and evaluation agree", () => {
  const sql = memorySql();
  sql.all("create table one (json text)");
  let [asked, told] = [0, 0];
  fc.assert(
    fc.property(condition, rows, people, (text, row, user) => {
      asked++;
      const read = compile(text, { columns, old: false, user: true });
      if (!read.ok) return;
      told++;
      sql.all("delete from one");
      sql.all("insert into one values (?)", JSON.stringify(row));
      const fields = new Map([...kinds].map(([name, kind]) => [name, { kind, stored: name }]));
      const [found] = sql.all<{ says: number | null }>(`select ${conditionSql(read.value, { fields, user, now, today })} as says from one`);
      const says = found?.says === null ? null : found?.says === 1;
      const values = JSON.parse(JSON.stringify(row));
      expect(says).toBe(evaluate(read.value, { kinds, row: values, user, now, today }));
    }),
    { numRuns: runsOf(4000, 4) },
  );
  // Most of what is made up can be read, so that the comparison is one.
  expect(told / asked).toBeGreaterThan(0.5);
});
