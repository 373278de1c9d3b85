/** What is wrong with what a table says may not take place at the same time. */
import { type Column, isComputed, isFile, isList, type NoOverlap, type Table } from "@edgewright/contracts";

type Problem = { path: PropertyKey[]; message: string };

const TIMES: ReadonlySet<Column["type"]> = new Set(["date", "datetime", "time"]);

export const overlapProblems = ({ columns, noOverlap = [] }: Table, path: PropertyKey[]): Problem[] =>
  noOverlap.flatMap((rule, at) => problemsOf(columns, rule, [...path, "noOverlap", at]));

function problemsOf(columns: readonly Column[], { from, to, per }: NoOverlap, path: PropertyKey[]): Problem[] {
  const find = (name: string) => columns.find((column) => column.name === name);
  const named = [
    { name: from, at: [...path, "from"] },
    { name: to, at: [...path, "to"] },
    ...per.map((name, place) => ({ name, at: [...path, "per", place] })),
  ];
  const problems = named.flatMap(({ name, at }, index) => {
    const problem = problemOf(find(name), name, columns, index < 2);
    return problem === null ? [] : [{ path: at, message: problem }];
  });
  if (problems.length === 0 && find(from)?.type !== find(to)?.type)
    problems.push({
      path: [...path, "to"],
      message: `"${to}" is of type ${find(to)?.type}, and "${from}" of ${find(from)?.type}: both must be of one.`,
    });
  return problems;
}

function problemOf(column: Column | undefined, name: string, columns: readonly Column[], isTime: boolean): string | null {
  if (!column) return `There is no field "${name}"; fields: ${columns.map((one) => one.name).join(", ")}.`;
  if (isComputed(column)) return `"${name}" is computed, and cannot be asked not to overlap.`;
  if (isTime && !TIMES.has(column.type)) return `"${name}" is of type ${column.type}: what begins or ends is a date, a datetime or a time.`;
  return !isTime && (isList(column) || isFile(column) || column.type === "json" || column.type === "longtext")
    ? `"${name}" is of type ${column.type}, which is not one thing that can be taken.`
    : null;
}
