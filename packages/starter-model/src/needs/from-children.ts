/** What follows from the rows that belong to one: how many are left, how far along it is. */
import { type Column, isComputed, type Table } from "@edgewright/contracts";
import { isNumber } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import { asLabel, camelCase, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { belonging } from "./belonging.ts";
import { called, type Found, isDay, numberField } from "./found.ts";

/** How many of what there is are still to be had: "copies left", "places left". */
export function left(text: string, table: Table, tables: readonly Table[]): Found | null {
  const what = /\b(\w+) (?:are |is |still )*(?:left|remaining)\b/.exec(text)?.[1];
  if (!what) return null;
  const column = table.columns.find(
    (one) =>
      one.type === "integer" &&
      /\b(?:number|copies|sessions|seats|places|spots|capacity|max|quantity|stock|how many|total|approved)\b/.test(called(one)),
  );
  const [first] = belonging(table, tables);
  if (!column || !first || isComputed(column)) return null;
  const { child, through } = first;
  const back = child.columns.find(
    (one) => /\b(?:back|returned|returned on|cancelled)\b/.test(called(one)) && (one.type === "boolean" || isDay(one)),
  );
  const taken: Column = {
    name: uniqueName(`${camelCase(namesOf(child).one)}Count`, table.columns),
    label: asLabel(namesOf(child).many),
    type: "integer",
    rollup: {
      of: "count",
      table: child.name,
      through: through.name,
      ...(back && { where: back.type === "boolean" ? `!row.${back.name}` : `!has(row.${back.name})` }),
    },
  };
  table.columns.push(taken);
  const label = /^(?:much|many|is|are)$/.test(what) ? "left" : `${what} left`;
  const target = table.columns.find((one) => one !== taken && isNumber(one) && /\bleft\b|remaining/.test(called(one)));
  return {
    column: target ?? numberField(table, label, null),
    formula: `row.${column.name} - row.${taken.name}`,
    what: `${inSentence(column.label)} − ${namesOf(child).many}`,
  };
}

/** "how far along everyone is (percent)", of rows that are ticked off. */
export function done(text: string, table: Table, tables: readonly Table[]): Found | null {
  if (!/\bpercent\b|%|\bhow far\b|\bprogress\b/.test(text)) return null;
  for (const { child, through } of belonging(table, tables)) {
    const tick = child.columns.find(
      (column) => column.type === "boolean" && /\b(?:done|finished|completed?|checked|ready)\b/.test(called(column)),
    );
    if (!tick) continue;
    const { many, one } = namesOf(child);
    const count = (name: string, label: string, where?: string): Column => {
      const column: Column = {
        name: uniqueName(name, table.columns),
        label,
        type: "integer",
        rollup: { of: "count", table: child.name, through: through.name, ...(where && { where }) },
      };
      table.columns.push(column);
      return column;
    };
    const all = count(`${camelCase(one)}Count`, asLabel(many));
    const ticked = count(`${camelCase(one)}DoneCount`, asLabel(`${many} ${inSentence(tick.label)}`), `row.${tick.name}`);
    return {
      column: { name: uniqueName("progress", table.columns), label: "Progress", type: "number", format: "percent" },
      formula: `round(100 * row.${ticked.name} / row.${all.name})`,
      what: `the share of ${many} that are ${inSentence(tick.label)}`,
    };
  }
  return null;
}
