/** Rows that stand out in the lists of a table, by a condition of their values: written as a function of a row, and read back. */
import type { Table } from "@edgewright/contracts";
import { findColumn, type Mark, type Term } from "../app-model.ts";
import type { SourceFile } from "./source-file.ts";

const SIGNS = { lt: "<", lte: "<=", gt: ">", gte: ">=", eq: "===", ne: "!==" } as const;

/** `const isMarked = (task: TaskRow) => …;` with what it means above it; nothing where a field of it is gone. */
export function markFunction(file: SourceFile, table: Table, { title, when }: Mark, row: string, type: string): string[] {
  if (!when.flat().every(({ column, other }) => findColumn(table, column) && (other === undefined || findColumn(table, other)))) return [];
  const alternatives = when.map((terms) => terms.flatMap((term) => conditionsOf(file, table, term, row)).join(" && "));
  const condition = alternatives.length > 1 ? alternatives.map((one) => `(${one})`).join(" || ") : alternatives[0];
  return [`/** Stands out: ${title}. */`, `const isMarked = (${row}: ${type}) =>`, `  ${condition};`];
}

function conditionsOf(file: SourceFile, table: Table, { column: name, op, value, days, other }: Term, row: string): string[] {
  const field = `${row}.${name}`;
  if (op === "empty") return [`${field} === null`];
  if (typeof value === "boolean") return [`${value === (op === "eq") ? "" : "!"}${field}`];
  if (typeof value === "string") return [`${field} ${SIGNS[op]} ${JSON.stringify(value)}`];
  const filled = [name, ...(other === undefined ? [] : [other])]
    .filter((one) => !findColumn(table, one)?.required)
    .map((one) => `${row}.${one} !== null`);
  const limit =
    days !== undefined ? `${file.use("../lib/dates", "inDays")}(${days})` : other !== undefined ? `${row}.${other}` : String(value);
  return [...filled, `${field} ${SIGNS[op]} ${limit}`];
}

const FUNCTION = /\/\*\* Stands out: (.*)\. \*\/\nconst isMarked = \(\w+: \w+\) =>\s*([\s\S]*?);\n/;
const TERM = /^(!?)\w+\.(\w+)(?: (<=|>=|<|>|===|!==) (?:inDays\((-?\d+)\)|(null)|(-?[\d.]+)|("(?:[^"\\]|\\.)*")|\w+\.(\w+)))?$/;

export function markIn(table: string, text: string): Mark | null {
  const found = FUNCTION.exec(text);
  if (!found) return null;
  const when = found[2]!
    .split(" || ")
    .map((one) => (one.startsWith("(") ? one.slice(1, -1) : one).split(" && ").flatMap((term) => termOf(term.trim())));
  return { table, title: found[1]!, when };
}

function termOf(text: string): Term[] {
  const found = TERM.exec(text);
  if (!found) return [];
  const [, not, column, sign, days, empty, number, words, other] = found as unknown as [string, string, string, ...(string | undefined)[]];
  if (sign === undefined) return [{ column, op: "eq", value: not === "" }];
  if (empty !== undefined) return sign === "===" ? [{ column, op: "empty" }] : [];
  const op = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).find((name) => SIGNS[name] === sign)!;
  if (days !== undefined) return [{ column, op, days: Number(days) }];
  if (other !== undefined) return [{ column, op, other }];
  return [{ column, op, value: number !== undefined ? Number(number) : String(JSON.parse(words!)) }];
}
