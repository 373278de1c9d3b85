/** Whether values fit their table. Every write goes through here; what does not fit is named by field. */
import { type Column, calledDefault, isComputed, isGiven, type Outcome, type Table } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { isEmpty, type ParsedValue, parseColumn } from "./column-value.ts";
import { constraintProblem } from "./constraints.ts";
import { authorOf } from "./sql.ts";
import { storedField, type View } from "./view.ts";

export type Values = Record<string, unknown>;

const ROW_LENGTH_MAX = 400_000;

/**
 * The values to store, under their stored names, or what is wrong with each. They must fit the code that writes them
 * and the live version too, whose rows they are. Of a row that has values `before`, only the given ones are looked at.
 */
export function parseValues(view: View, values: Values, before: Values | null): Outcome<Values> {
  const { table, stored, live } = view;
  const partial = before !== null;
  const known = new Set(table.columns.map((column) => column.name));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  // Made at once, or the name `__proto__` would be lost.
  const fields = Object.fromEntries(unknown.map((name) => [name, `${table.label} has no such field`]));
  const parsed: Values = {};
  for (const column of table.columns) {
    if (partial && !Object.hasOwn(values, column.name)) continue;
    const name = storedField({ stored }, column.name);
    const given = Object.hasOwn(values, column.name) ? values[column.name] : partial ? null : defaultOf(view, column);
    const there = live?.columns.find((candidate) => candidate.name === name) ?? column;
    if (isGiven(column) || isGiven(there)) {
      if (!isEmpty(given) && JSON.stringify(given) !== JSON.stringify(before?.[name])) fields[column.name] = notWritten(column, there);
      continue;
    }
    const result = parseValue(column, there, given);
    if (result.ok) parsed[name] = result.value;
    else fields[column.name] = result.problem;
  }
  if (!partial) {
    const unseen = (live?.columns ?? []).filter(({ name }) => !Object.hasOwn(parsed, name));
    for (const column of unseen) {
      const value = defaultOf(view, column);
      if (value !== null) parsed[column.name] = value;
    }
  }
  if (Object.keys(fields).length > 0) return invalid(table, fields);
  if (JSON.stringify(parsed).length > ROW_LENGTH_MAX)
    return fail("too_large", `A row of ${table.label} has at most ${ROW_LENGTH_MAX.toLocaleString("en-US")} characters.`, {
      next: "Shorten the longest field, or keep its text in rows of a table of its own.",
    });
  return ok(parsed);
}

const notWritten = (...columns: Column[]): string =>
  columns.some(isComputed) ? "is computed, and cannot be written" : "is given by the platform, and cannot be chosen";

/** `now()`, `today()` and `user()` stand for what they are when a row is added. */
function defaultOf({ now, day, actor }: View, column: Column): unknown {
  switch (calledDefault(column)) {
    case "now()":
      return now;
    case "today()":
      return day;
    case "user()":
      return authorOf(actor);
    default:
      return column.default ?? null;
  }
}

function parseValue(column: Column, live: Column, value: unknown): ParsedValue {
  const needed = column.required || live.required;
  if (isEmpty(value)) return needed ? { ok: false, problem: "is needed" } : { ok: true, value: null };
  const asked = parseColumn(column, value);
  if (!asked.ok) return asked;
  if (needed && typeof asked.value === "string" && asked.value.trim() === "") return { ok: false, problem: "is needed" };
  const both = live === column ? asked : parseColumn(live, asked.value);
  const problem = both.ok ? (constraintProblem(column, both.value) ?? constraintProblem(live, both.value)) : null;
  return problem === null ? both : { ok: false, problem };
}

/** `sentences`: what else is wrong. */
export function invalid(table: Table, fields: Record<string, string>, sentences: readonly string[] = []) {
  const labels = new Map(table.columns.map((column) => [column.name, column.label]));
  const problems = Object.entries(fields).map(([name, problem]) => `${labels.get(name) ?? name.slice(0, 80)} ${problem}`);
  const sentence = [problems.join("; "), ...sentences.map((one) => one.replace(/\.$/, ""))].filter((one) => one !== "").join(". ");
  return fail("row_invalid", `${sentence}.`, { ...(problems.length > 0 && { fields }), next: "Correct it and save again." });
}
