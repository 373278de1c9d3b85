/** Numbers that follow from movements: what is left of a stock, and what lies between the readings at the start and at the end. */
import { type Column, isComputed, type Table } from "@edgewright/contracts";
import { isNumber } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import { asLabel, camelCase, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { belonging } from "./belonging.ts";
import { called, type Found, numberField } from "./found.ts";

const DROPS =
  /\b(?:go(?:es)? (?:down|up)|drops?|decreases?|sinks?|shrinks?|falls?|(?:is|are|be|gets?) (?:reduced|deducted|lowered|subtracted|updated)|updates? itself|count(?:s|ed)? down)\b/;
const STOCK = /\b(?:stock|quantity|qty|number of|left|how many|amount|balance|pieces|bags|packets|boxes|bottles|copies)\b/;
const TAKEN = /\b(?:quantity|qty|amount|number|count|how many|pieces|units|litres|kg)\b/;

/** "the stock goes down by itself": what there was, less what was sold or taken. */
export function stockLeft(text: string, table: Table, tables: readonly Table[]): Found | null {
  if (!DROPS.test(text)) return null;
  const stock = table.columns.find((column) => isNumber(column) && !isComputed(column) && STOCK.test(called(column)));
  const [first] = belonging(table, tables);
  if (!stock || !first) return null;
  const { child, through } = first;
  const quantity = child.columns.find((column) => isNumber(column) && TAKEN.test(called(column)));
  const { one, many } = namesOf(child);
  const taken: Column = {
    name: uniqueName(`${camelCase(one)}${quantity ? "Sum" : "Count"}`, table.columns),
    label: asLabel(many),
    type: quantity?.type ?? "integer",
    rollup: { of: quantity ? "sum" : "count", table: child.name, through: through.name, ...(quantity && { column: quantity.name }) },
  };
  table.columns.push(taken);
  return {
    column: numberField(table, /\bleft\b/.test(called(stock)) ? "now left" : "left", null),
    formula: `row.${stock.name} - row.${taken.name}`,
    what: `${inSentence(stock.label)} − ${many}`,
  };
}

const STARTS = /\b(?:start|begin|beginning|before|old|out|opening|from)\b/;
const ENDS = /\b(?:end|finish|after|new|in|closing|to)\b/;

/** "km driven worked out", of what has the km at the start and at the end. */
export function betweenReadings(text: string, table: Table): Found | null {
  if (!/\bwork(?:s|ed)? out\b|\bcalculat|\bcomput|\bautomatic|\bdifference\b|\bby itself\b/.test(text)) return null;
  const numbers = table.columns.filter((column) => isNumber(column) && !isComputed(column));
  for (const start of numbers.filter((column) => STARTS.test(called(column))))
    for (const end of numbers.filter((column) => column !== start && ENDS.test(called(column)))) {
      const unit = start.label.toLowerCase().replace(STARTS, "").trim();
      if (unit === "" || unit !== end.label.toLowerCase().replace(ENDS, "").trim()) continue;
      const name = new RegExp(
        `\\b(${unit.replace(/[^\p{L}\d ]/gu, ".")} \\w+)(?= (?:worked|calculated|computed|is|are|by|automatic))`,
        "u",
      ).exec(text)?.[1];
      return {
        column: numberField(table, name ?? unit, null),
        formula: `row.${end.name} - row.${start.name}`,
        what: `${inSentence(end.label)} − ${inSentence(start.label)}`,
      };
    }
  return null;
}
