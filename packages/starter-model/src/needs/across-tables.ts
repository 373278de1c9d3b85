/** What a row costs by the price of what it is of: nights × the price of the pitch, quantity × the price of the product. */
import { type Column, isComputed, type Table } from "@edgewright/contracts";
import { isMoney, isNumber } from "../app-model.ts";
import { uniqueName } from "../describe/sketch.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { hoursOf, periodOf } from "../write/data-file.ts";
import { called, type Found, numberField } from "./found.ts";

const ASKED = /\b(?:sum|total|price|cost|amount|fee|to pay|bill)\b/;
const WORKED_OUT = /\b(?:calculat\w*|comput\w*|automatic\w*|work(?:s|ed)? out|itself|times|come out)\b|[=×]/;
const PRICE = /\b(?:price|rate|fee|cost|rent|tariff)\b/;
const HOW_MANY = /\b(?:quantity|qty|pieces|persons|people|participants|number of|hours|units)\b/;

export function acrossTables(text: string, table: Table, tables: readonly Table[]): Found | null {
  if (!ASKED.test(text) || !WORKED_OUT.test(text)) return null;
  // A price of its own is what counts.
  if (table.columns.some((column) => isMoney(column) && !isComputed(column) && PRICE.test(called(column)))) return null;
  for (const through of table.columns.filter(({ type }) => type === "reference")) {
    const other = tables.find(({ name }) => name === through.ref && name !== table.name);
    const price = other?.columns.find((column) => isMoney(column) && PRICE.test(called(column)));
    const times = price && timesOf(table, called(price));
    if (!price || !times) continue;
    const held = lookedUp(table, through, price);
    const target = table.columns.find(
      (column) =>
        isNumber(column) && column !== held && !column.formula && /^(?:sum|total|total price|price|amount|costs?|fee)$/i.test(column.label),
    );
    const owner = inSentence(through.label || namesOf(table).one);
    return {
      column: target ? Object.assign(target, { type: "money" as const }) : numberField(table, "total", price),
      formula: `${times.formula} * row.${held.name}`,
      what: `${times.what} × ${inSentence(price.label)} of the ${owner}`,
    };
  }
  return null;
}

/** How many times the price: nights, hours, pieces. */
function timesOf(table: Table, price: string): { formula: string; what: string } | null {
  const period = periodOf(table);
  const hours = /\bhour/.test(price) ? (hoursOf(table) ?? (period?.start.type === "datetime" ? period : null)) : null;
  if (hours) return { formula: `seconds(row.${hours.start.name}, row.${hours.end.name}) / 3600`, what: "hours" };
  if (period?.start.type === "date") {
    const what = /\bday/.test(price) ? "days" : /\bweek/.test(price) ? "weeks" : "nights";
    return { formula: `days(row.${period.start.name}, row.${period.end.name})${what === "weeks" ? " / 7" : ""}`, what };
  }
  const count = table.columns.find((column) => isNumber(column) && !isMoney(column) && HOW_MANY.test(called(column)));
  return count ? { formula: `row.${count.name}`, what: inSentence(count.label) } : null;
}

function lookedUp(table: Table, through: Column, price: Column): Column {
  const known = table.columns.find(({ lookup }) => lookup?.through === through.name && lookup.column === price.name);
  if (known) return known;
  const { type, format, currency, digits, label } = price;
  const column: Column = {
    name: uniqueName(price.name, table.columns),
    label,
    type,
    ...(format && { format }),
    ...(currency && { currency }),
    ...(digits !== undefined && { digits }),
    lookup: { through: through.name, column: price.name },
  };
  table.columns.push(column);
  return column;
}
