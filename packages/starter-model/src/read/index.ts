/** From a prompt to a reading: tables with their fields, what else is wanted, and what was left out, in the person's own words. */
import { isKindName, kindOf } from "../knowledge/kinds.ts";
import { plural } from "../words/inflect.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { linkTables } from "./links.ts";
import { type NeedKind, needKinds } from "./needs.ts";
import type { ReadTable } from "./outline.ts";
import { Reader } from "./reader.ts";
import { mended } from "./spelling.ts";
import { clausesOf, plain, sentencesOf } from "./text.ts";

export type Need = { kind: NeedKind; table: ReadTable; clause: string };
export type Reading = {
  tables: ReadTable[];
  needs: Need[] /** The prompt in pieces, as the person wrote them. */;
  clauses: string[];
  rows: number;
};

export function readPrompt(prompt: string): Reading {
  const text = plain(prompt);
  const reader = new Reader();
  const blocks = blocksOf(mended(text));
  reader.read(blocks);
  reader.settle();
  const { outline } = reader;
  outline.tables = outline.tables.filter((table) => table.one !== "" && isMeant(table, outline.tables));
  linkTables(outline);
  const clauses = blocksOf(text)
    .flatMap(piecesOf)
    .map((piece) => piece.replace(/(\w)-and-(?=\w)/g, "$1 and "));
  const needs =
    outline.tables.length > 0
      ? blocks
          .filter(({ kind }) => kind !== "sheet")
          .flatMap(piecesOf)
          .flatMap((clause) => needsIn(clause, outline.tables))
      : [];
  const seen = new Set<string>();
  const distinct = needs.filter(({ kind, table, clause }) => {
    const key = `${kind} ${table.one} ${clause}`;
    return !seen.has(key) && seen.add(key);
  });
  return {
    tables: outline.tables,
    needs: distinct,
    clauses,
    rows: blocks.reduce((sum, block) => sum + (block.kind === "sheet" ? block.rows.length : 0), 0),
  };
}

/** A name that nobody is known to keep and that nothing more is said of is no table. */
const isMeant = (table: ReadTable, all: readonly ReadTable[]): boolean =>
  table.fields.length > 0 ||
  isKindName(table.one) ||
  (kindOf(table.one) !== undefined && table.one.split(" ").length <= 2) ||
  all.some((other) => other.parents.includes(table) && other.fields.length > 0);

const piecesOf = (block: Block): string[] => {
  if (block.kind === "sheet")
    return [block.said, block.header.join(", "), ...block.rows.map((row) => row.join(", "))].filter((piece) => /\w/.test(piece));
  const texts = block.kind === "bullets" ? [...(block.heading ? [block.heading] : []), ...block.items] : [block.text];
  return texts
    .flatMap(sentencesOf)
    .flatMap(clausesOf)
    .flatMap((clause) => (clause.split(",").length > 3 ? clause.split(/,(?![^(]*\))\s*(?:and\s+)?/) : [clause]))
    .map((piece) => piece.trim())
    .filter((piece) => /\w/.test(piece));
};

function needsIn(clause: string, tables: readonly ReadTable[]): Need[] {
  const kinds = needKinds(clause);
  return kinds.length === 0 ? [] : kinds.map((kind) => ({ kind, table: tableMeant(clause, tables), clause }));
}

/** The table that a clause names, or one whose field it names, else the first. */
function tableMeant(clause: string, tables: readonly ReadTable[]): ReadTable {
  const words = ` ${clause.toLowerCase().replace(/[^\p{L}\d]+/gu, " ")} `;
  const named = tables.filter(({ one }) =>
    [one, plural(one)].some((name) => words.includes(` ${name} `) || words.includes(` ${name.split(" ").at(-1)} `)),
  );
  const holding = tables.filter(({ fields }) => fields.some(({ label }) => label.length > 3 && words.includes(` ${label.toLowerCase()} `)));
  const before = named.find(({ one }) => !new RegExp(`\\b(?:per|by|each|every)\\s+(?:${one}|${plural(one)})\\b`).test(words));
  return before ?? holding[0] ?? named[0] ?? tables[0]!;
}
