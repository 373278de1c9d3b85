/** What of the app a clause names: tables, fields, options and screens, also in the plural, in part, or with a letter wrong. */
import type { Column, Table } from "@edgewright/contracts";
import type { AppModel, View } from "../app-model.ts";
import { SHORT_FOR } from "../knowledge/change-words.ts";
import { singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";

export type Found = { table: Table; column: Column };

/** A stretch of a clause with all that it may name. Positions are of characters. */
export type Mention = {
  from: number;
  to: number;
  text: string;
  quoted: boolean;
  table: Table | undefined;
  /** Fields called exactly so come first. */
  fields: (Found & { whole: boolean })[];
  options: (Found & { option: string })[];
  view: View | undefined;
};

type Name = {
  words: string;
  means: Pick<Mention, "table" | "view"> & { field?: Found & { whole: boolean }; option?: Found & { option: string } };
};

const SPAN_MAX = 5;

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d%#]+/gu, " ")
    .trim();
/** In the singular, so that one form stands for both. */
const oneForm = (text: string): string => singular(folded(text));

function namesIn({ schema, views }: AppModel): Name[] {
  const names: Name[] = [];
  const name = (words: string, means: Name["means"]) => {
    if (words !== "") names.push({ words, means });
  };
  for (const table of schema.tables) {
    name(oneForm(table.label), { table, view: undefined });
    name(oneForm(namesOf(table).one), { table, view: undefined });
    // "tickets" are the support tickets where nothing else is called so.
    const last = oneForm(table.label).split(" ").at(-1) ?? "";
    if (oneForm(table.label).includes(" ") && isOnly(schema, table, last)) name(last, { table, view: undefined });
    for (const column of table.columns) {
      const label = oneForm(column.label);
      const field = (whole: boolean) => ({ table: undefined, view: undefined, field: { table, column, whole } });
      name(label, field(true));
      name(oneForm(column.name.replace(/([A-Z])/g, " $1")), field(true));
      name(label.replace(/ (?:date|on|at|field)$/, ""), field(true));
      const last = label.split(" ").at(-1) ?? "";
      if (label.includes(" ") && last.length > 3 && !/^(?:date|name|number|time)$/.test(last)) name(last, field(false));
      for (const option of column.options ?? [])
        name(folded(option), { table: undefined, view: undefined, option: { table, column, option } });
    }
  }
  for (const view of views) name(oneForm(view.title), { table: undefined, view });
  return names;
}

const isOnly = (schema: AppModel["schema"], table: Table, word: string): boolean =>
  !schema.tables.some(
    (other) =>
      (other !== table && oneForm(other.label).split(" ").at(-1) === word) ||
      other.columns.some(({ label, ref }) => oneForm(label) === word && ref === undefined),
  );

type Word = { from: number; to: number; quoted: boolean };

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/"([^"]+)"|(?<=^|\s)'([^']+)'(?=\s|$|[.,;:?!])|[\p{L}\d%#]+(?:['-][\p{L}\d]+)*/gu)].map((match) => {
    const quoted = match[1] ?? match[2];
    const inside = quoted === undefined ? 0 : 1;
    return { from: match.index + inside, to: match.index + match[0].length - inside, quoted: quoted !== undefined };
  });

/** Longest names first, from left to right; none within another. */
export function mentionsIn(model: AppModel, text: string): Mention[] {
  const names = namesIn(model);
  const words = wordsOf(text);
  const found: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const longest = longestAt(names, words, text, at);
    if (longest) found.push(longest.mention);
    at += longest?.size ?? 1;
  }
  return found;
}

function longestAt(names: readonly Name[], words: readonly Word[], text: string, at: number): { mention: Mention; size: number } | null {
  for (let size = Math.min(SPAN_MAX, words.length - at); size >= 1; size--) {
    const span = words.slice(at, at + size);
    if (size > 1 && span.some(({ quoted }) => quoted)) continue;
    const [from, to] = [span[0]?.from ?? 0, span.at(-1)?.to ?? 0];
    const said = text.slice(from, to);
    if (size > 1 && /[,:;()/]/.test(said)) continue;
    const means = meaning(names, said.replace(/'s$/, ""));
    if (means.length > 0) return { mention: mentionOf(means, { from, to, text: said, quoted: span.some(({ quoted }) => quoted) }), size };
  }
  return null;
}

function meaning(names: readonly Name[], said: string): Name[] {
  const [plain, one] = [folded(said), oneForm(said)];
  const same = names.filter(({ words, means }) => words === one || (means.option !== undefined && words === plain));
  const long = SHORT_FOR[one];
  if (same.length === 0 && long !== undefined) return names.filter(({ words, means }) => means.field !== undefined && words === long);
  if (same.length > 0 || one.length < 5 || one.includes(" ")) return same;
  return names.filter(({ words }) => words[0] === one[0] && words.length > 4 && isNear(words, one));
}

/** One letter more, less, other, or two in the wrong order. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB || restB.slice(1) === restA || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

function mentionOf(names: readonly Name[], span: Pick<Mention, "from" | "to" | "text" | "quoted">): Mention {
  const fields = names.flatMap(({ means }) => means.field ?? []);
  const distinct = fields.filter((field, index) => fields.findIndex(({ column }) => column === field.column) === index);
  return {
    ...span,
    table: names.find(({ means }) => means.table)?.means.table,
    fields: distinct.sort((a, b) => Number(b.whole) - Number(a.whole)),
    options: names.flatMap(({ means }) => means.option ?? []),
    view: names.find(({ means }) => means.view)?.means.view,
  };
}
