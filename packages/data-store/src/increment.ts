/** Adding to the numbers of a row as they are at that moment, so that nobody's addition is lost. */
import { isGiven, isNumeric, type Outcome, scaleOf, type Table } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { isEmpty } from "./column-value.ts";
import { unitsOf } from "./exact-number.ts";
import { seesField } from "./policy.ts";
import type { StoredRow } from "./sql.ts";
import { invalid, type Values } from "./validate.ts";
import { storedField, type View } from "./view.ts";

type Sum = { ok: true; value: number } | { ok: false; problem: string };

/** The values to write: what is empty counts as 0. Who may not see a number is not told, by a refusal, what it comes to. */
export function increased(view: View, row: StoredRow, by: Readonly<Record<string, number>>): Outcome<Values> {
  const kept: Values = JSON.parse(row.json);
  const sums = Object.entries(by).map(([name, amount]): [string, Sum] => {
    const stored = storedField(view, name);
    return [name, seesField(view, stored, row) ? sumOf(view.table, name, kept[stored], amount) : refused("is not for you to change")];
  });
  const problems = sums.flatMap(([name, sum]) => (sum.ok ? [] : [[name, sum.problem]]));
  if (problems.length > 0) return invalid(view.table, Object.fromEntries(problems));
  return ok(Object.fromEntries(sums.map(([name, sum]) => [name, sum.ok && sum.value])));
}

function sumOf({ label, columns }: Table, name: string, before: unknown, amount: number): Sum {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) return refused(`is no field of ${label}`);
  if (!isNumeric(column) || isGiven(column)) return refused("is no number that can be added to");
  const value = isEmpty(before) ? 0 : before;
  if (typeof value !== "number") return refused("has a value that is no number");
  const scale = scaleOf(column);
  if (scale === null) return { ok: true, value: value + amount };
  return { ok: true, value: (unitsOf(value, scale) + unitsOf(amount, scale)) / 10 ** scale };
}

const refused = (problem: string): Sum => ({ ok: false, problem });
