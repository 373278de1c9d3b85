/** The screens that needs ask for: a board, a calendar, a chart, a list of some rows, rows that stand together. */
import type { Table } from "@edgewright/contracts";
import { conditionView, readView, type ViewWish } from "../describe/view-reading.ts";
import { missingIn } from "../needs/by-children.ts";
import { lowIn } from "../needs/low-stock.ts";
import { inSentence } from "../words/inflect.ts";
import { conditionFor } from "./condition.ts";
import type { Met } from "./index.ts";

/** The charts of a table share a screen. */
export function oneChartEach(wishes: readonly ViewWish[]): ViewWish[] {
  const kept: ViewWish[] = [];
  for (const wish of wishes) {
    const shared = wish.kind === "chart" ? kept.find((one) => one.kind === "chart" && one.table === wish.table) : undefined;
    if (shared?.kind !== "chart" || wish.kind !== "chart") {
      kept.push(wish.kind === "chart" ? { ...wish, charts: [...wish.charts] } : wish);
      continue;
    }
    for (const chart of wish.charts)
      if (shared.charts.length < 4 && shared.charts.every((one) => JSON.stringify(one) !== JSON.stringify(chart)))
        shared.charts.push(chart);
  }
  return kept;
}

export function wishFor({ kind, clause }: Met, table: Table, all: readonly Table[], wishes: ViewWish[]): boolean {
  const first = [table, ...all.filter((other) => other !== table)];
  if (kind === "board") for (const one of first) chooseBetween(one, clause);
  const shown = kind === "board" || kind === "calendar" || kind === "chart" || kind === "special-list";
  const wish = shown ? readView(first, table, kind === "special-list" ? `list of ${clause}` : clause) : null;
  if (kind === "special-list" && wish?.kind !== "list") {
    for (const one of first) {
      const meant = conditionFor(one, clause) ?? lowIn(one, clause) ?? missingIn(one, clause, all);
      if (!meant) continue;
      wishes.push(conditionView(one, meant));
      return true;
    }
  }
  const wanted = kind === "special-list" ? "list" : kind;
  if (wish?.kind !== wanted) return false;
  wishes.push(wish);
  if (kind === "calendar") wishes.push(...otherDays(wish.table, clause, all));
  return true;
}

/** "a calendar of all deadlines and report due dates": the days of several tables. */
const otherDays = (shown: string, clause: string, all: readonly Table[]): ViewWish[] =>
  all
    .filter(({ name }) => name !== shown)
    .flatMap((table) => {
      const day = table.columns.find(
        ({ type, label }) =>
          /^date/.test(type) && label.length > 4 && new RegExp(`\\b${label.toLowerCase().replace(/\W+/g, ".")}`).test(clause.toLowerCase()),
      );
      const wish = day && readView([table], table, `calendar by ${day.label}`);
      return wish?.kind === "calendar" ? [wish] : [];
    });

/** "open defects by risk": rows with the same value stand together. */
export function groupedBy(clause: string, meant: Table, all: readonly Table[]): { table: Table; by: string } | null {
  const [, words = ""] = /\b(?:by|per|for each|under each|each) (?:the |its |their )?([\w -]+)/i.exec(clause) ?? [];
  for (const table of [meant, ...all.filter((other) => other !== meant)]) {
    const column = table.columns.find(
      ({ label, type }) => /^(?:select|reference|text|boolean|user)$/.test(type) && words.toLowerCase().startsWith(label.toLowerCase()),
    );
    if (column) return { table, by: column.name };
  }
  return null;
}

/** "a board by paid": it has a column for each option, so what is true or not becomes a choice of two. */
function chooseBetween({ columns }: Table, clause: string): void {
  const by = /\bby (?:the )?(.+)$/i.exec(clause)?.[1]?.toLowerCase() ?? "";
  const column = columns.find(({ type, label }) => type === "boolean" && by.startsWith(label.toLowerCase()));
  if (!column) return;
  const is = inSentence(column.label);
  Object.assign(column, { type: "select", options: [`not ${is}`, is], default: `not ${is}` });
}
