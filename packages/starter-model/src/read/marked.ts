/** Which rows a clause wants to stand out: overdue, too low, over a limit, beyond another field of theirs. */
import type { Column, Table } from "@edgewright/contracts";
import { type Condition, isNumber, type Mark, type Term } from "../app-model.ts";
import { readCondition } from "../describe/conditions.ts";
import { inSentence } from "../words/inflect.ts";
import { conditionFor } from "./condition.ts";

const BESIDE: [RegExp, Term["op"]][] = [
  [/(.*?)(?:\b(?:is |are |goes |falls )?(?:under|below|less than|lower than|smaller than)|<)\s*(?:the |its )?(.*)/i, "lt"],
  [/(.*?)(?:\b(?:is |are |goes )?(?:over|above|more than|higher than|greater than|exceeds?)|>)\s*(?:the |its )?(.*)/i, "gt"],
];

export function markFor(clause: string, meant: Table, tables: readonly Table[]): Mark | null {
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const found = besideIn(table, clause) ?? eitherIn(table, clause) ?? oneOf(table, clause);
    if (found) return { table: table.name, ...found };
  }
  return null;
}

type Found = Omit<Mark, "table">;
const named = (table: Table, text: string, last: boolean): Column | undefined => {
  const words = text.toLowerCase().replace(/\(.*?\)/g, " ");
  const found = table.columns
    .filter(isNumber)
    .flatMap((column) =>
      [column.label.toLowerCase(), column.label.toLowerCase().split(" ")[0]!].flatMap((label) => {
        const at = last ? words.lastIndexOf(label) : words.indexOf(label);
        return label.length > 2 && at >= 0 ? [{ column, at, size: label.length }] : [];
      }),
    )
    .sort((a, b) => b.size - a.size || (last ? b.at - a.at : a.at - b.at));
  return found[0]?.column;
};

/** "quantity under the reorder level" */
function besideIn(table: Table, clause: string): Found | null {
  for (const [pattern, op] of BESIDE) {
    const [, before = "", after = ""] = pattern.exec(clause) ?? [];
    if (/^\s*-?\d/.test(after)) continue;
    const [one, other] = [named(table, before, true), named(table, after, false)];
    if (one && other && one !== other)
      return {
        title: `${inSentence(one.label)} ${op === "lt" ? "under" : "over"} ${inSentence(other.label)}`,
        when: [[{ column: one.name, op, other: other.name }]],
      };
  }
  return null;
}

/** "more than 8 or less than 2" */
function eitherIn(table: Table, clause: string): Found | null {
  const parts = clause.replace(/\bless of\b/gi, "less than").split(/\bor\b/i);
  if (parts.length !== 2) return null;
  const found = parts.map((part, index) =>
    readCondition(table, index === 0 ? part : `${named(table, parts[0]!, true)?.label ?? ""} ${part}`),
  );
  const [first, second] = found;
  if (!first || !second || !isCompared(first.where) || !isCompared(second.where) || first.where[0]?.column !== second.where[0]?.column)
    return null;
  return {
    title: inSentence(`${first.title} or ${second.title.replace(/^\S+ /, "")}`),
    when: [termsOf(first.where), termsOf(second.where)],
  };
}

const isCompared = (where: readonly Condition[]): boolean =>
  where.every(({ op }) => op === "lt" || op === "lte" || op === "gt" || op === "gte");

function oneOf(table: Table, clause: string): Found | null {
  const found = conditionFor(table, clause) ?? readCondition(table, clause);
  return found && { title: inSentence(found.title), when: [termsOf(found.where)] };
}

const termsOf = (where: readonly Condition[]): Term[] =>
  where.flatMap(({ column, op, value, days }): Term[] => {
    if (op === "empty") return [{ column, op }];
    if (op in { lt: 1, lte: 1, gt: 1, gte: 1, eq: 1, ne: 1 })
      return [{ column, op: op as Term["op"], ...(days !== undefined ? { days } : { value }) }];
    return [];
  });
