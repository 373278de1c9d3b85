/** Figures that are named one by one: `"Won" (sum of the amounts of won deals)`, `"Win rate" (won of those won or lost)`. */
import type { Column, Table } from "@edgewright/contracts";
import { type Condition, type FigureOf, isNumber } from "../app-model.ts";
import { camelCase, inSentence, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";

type Named = { label: string; says: string };

export function namedFigure({ label, says }: Named, tables: readonly Table[]): { table: Table; figure: FigureOf } | null {
  const text = ` ${says.toLowerCase().replace(/[^\p{L}\d%]+/gu, " ")} `;
  const table = tables.find((one) => mentionsTable(text, one)) ?? tables.find((one) => chosenIn(text, one) !== null) ?? tables[0];
  if (!table) return null;
  const figure = shareIn(label, text, table) ?? plainIn(label, text, table);
  return figure && { table, figure };
}

const mentionsTable = (text: string, table: Table): boolean => {
  const { one, many } = namesOf(table);
  return text.includes(` ${many} `) || text.includes(` ${one} `);
};

/** The options of a field that a text names. */
function chosenIn(text: string, table: Table): { column: Column; options: string[] } | null {
  for (const column of table.columns) {
    const options = column.options?.filter((option) => text.includes(` ${option.toLowerCase()} `)) ?? [];
    if (column.type === "select" && options.length > 0) return { column, options };
  }
  return null;
}

/** "won of those won or lost, as a whole percent" */
function shareIn(label: string, text: string, table: Table): FigureOf | null {
  if (!/\b(?:percent|rate|share|ratio)\b|%/.test(`${label.toLowerCase()} ${text}`)) return null;
  const [before = "", ...rest] = text.split(/ of (?=those |all |the |every |\w)/);
  const part = chosenIn(`${before} `, table);
  if (!part) return null;
  const whole = chosenIn(` ${rest.join(" ")}`, table);
  const among = whole?.column === part.column ? [...new Set([...whole.options, ...part.options])] : (part.column.options ?? []);
  return { name: camelCase(label), label, of: "count", column: part.column.name, where: [], share: { part: part.options, among } };
}

function plainIn(label: string, text: string, table: Table): FigureOf | null {
  const chosen = chosenIn(text, table);
  const where: Condition[] =
    chosen && chosen.options.length === 1 ? [{ column: chosen.column.name, op: "eq", value: chosen.options[0] ?? "" }] : [];
  const figure = { name: camelCase(label), label, where };
  if (/\b(?:how many|count|number of)\b/.test(text)) return { ...figure, of: "count", column: null };
  const of = /\b(?:average|mean)\b/.test(text) ? "avg" : /\b(?:sum|total)\b/.test(text) ? "sum" : null;
  const numbers = table.columns.filter(isNumber);
  const words = text.split(" ").map(singular);
  const column =
    numbers.find((one) =>
      inSentence(one.label)
        .split(" ")
        .some((word) => words.includes(singular(word))),
    ) ?? numbers[0];
  return of && column ? { ...figure, of, column: column.name } : null;
}
