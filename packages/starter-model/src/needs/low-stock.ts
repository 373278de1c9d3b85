/** "show me what's low", of what has a least quantity of its own: a field says so of each row, and a list shows those. */
import type { Column, Table } from "@edgewright/contracts";
import { isNumber } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import type { Meant } from "../read/condition.ts";

const LEAST = /\b(?:min|minimum|reorder|least|safety)\b/;
const THERE = /\b(?:quantity|qty|stock|count|level|on hand|amount|left)\b/;

export function lowIn(table: Table, clause: string): Meant | null {
  if (!/\blow\b|\brunning out\b|\bre-?order/i.test(clause)) return null;
  const called = ({ label }: Column) => label.toLowerCase();
  const numbers = table.columns.filter(isNumber);
  const least = numbers.find((column) => LEAST.test(called(column)));
  const there = numbers.find((column) => column !== least && THERE.test(called(column)));
  if (!least || !there) return null;
  const formula = `row.${there.name} < row.${least.name}`;
  const known = table.columns.find((column) => column.formula === formula);
  const low: Column = known ?? { name: uniqueName("low", table.columns), label: "Low", type: "boolean", formula };
  if (!known) table.columns.push(low);
  return { where: [{ column: low.name, op: "eq", value: true }], title: "Low stock" };
}
