/** From a prompt to a reading: tables with their fields, what else is wanted, and what was left out, in the person's own words. */
import { isKindName, kindOf } from "../knowledge/kinds.ts";
import type { NeedKind } from "../knowledge/need-words.ts";
import { type Behaviours, behavioursOf, type Poll, SHOWN_LIVE, TICKING } from "./behaviour.ts";
import { type Block, blocksOf } from "./blocks.ts";
import type { ReadField } from "./field.ts";
import { linkTables } from "./links.ts";
import { addLookups } from "./lookups.ts";
import { tableOf } from "./meant.ts";
import { asks, needKinds } from "./needs.ts";
import type { Outline, ReadTable } from "./outline.ts";
import { outlineOf } from "./reader.ts";
import { namingFiles } from "./several-files.ts";
import { mended } from "./spelling.ts";
import { namesFields } from "./tagger.ts";
import { clausesOf, plain, sentencesOf } from "./text.ts";
import { tokensOf } from "./tokens.ts";

export type Need = { kind: NeedKind; table: ReadTable; clause: string };
/** `said`: what is told of how it was built, where that is not the same for each of its kind. */
export type Met = Need & { built: boolean; said?: string };
export type Reading = {
  tables: ReadTable[];
  needs: Need[];
  /** The needs, whether or not there is a table for them. */
  wishes: { kind: NeedKind; clause: string }[];
  behaviours: Omit<Behaviours, "described">;
  /** The prompt, and each of its sentences in pieces, as the person wrote them. */
  prompt: string;
  sentences: string[];
  clauses: string[];
  /** How many rows of data were pasted. */
  rows: number;
};

export function readPrompt(prompt: string): Reading {
  const text = plain(prompt);
  const whole = mended(namingFiles(text));
  const blocks = blocksOf(whole);
  const behaviours = behavioursOf(whole);
  const outline = outlineOf(blocksOf(behaviours.described));
  outline.tables = outline.tables.filter((table) => table.one !== "" && isMeant(table, outline.tables));
  if (behaviours.poll) outline.tables = [votesOf(behaviours.poll)];
  addLookups(outline, plain(behaviours.described));
  linkTables(outline, plain(behaviours.described));
  dropMentioned(outline);
  const clauses = blocksOf(text)
    .flatMap(piecesOf)
    .map((piece) => piece.replace(/(\w)-and-(?=\w)/g, "$1 and "));
  const pieces = blocks.filter(({ kind }) => kind !== "sheet").flatMap(piecesOf);
  const wishes = pieces.flatMap((clause) => kindsOf(clause).map((kind) => ({ kind, clause })));
  const needs =
    outline.tables.length > 0 ? wishes.map(({ kind, clause }) => ({ kind, clause, table: tableOf(kind, clause, outline.tables) })) : [];
  for (const table of outline.tables)
    for (const { label } of table.fields.filter((field) => isDerived(field, table))) needs.push({ kind: "computed", table, clause: label });
  if (behaviours.poll || behaviours.steps)
    for (const clause of pieces.filter((piece) => (behaviours.poll ? VOTES : STEPPED).test(piece)))
      needs.push({ kind: behaviours.poll ? "vote" : "steps", table: outline.tables[0]!, clause });
  if (outline.tables[0])
    for (const clause of pieces.filter((piece) => SHOWN_LIVE.test(piece) && kindsOf(piece).length === 0))
      needs.push({ kind: "other", table: outline.tables[0], clause });
  if (behaviours.daily && outline.tables[0])
    for (const clause of pieces.filter((piece) => TICKING.test(piece))) needs.push({ kind: "computed", table: outline.tables[0], clause });
  const seen = new Set<string>();
  const distinct = needs.filter(({ kind, table, clause }) => {
    const key = `${kind} ${table.one} ${clause}`;
    return !seen.has(key) && seen.add(key);
  });
  return {
    tables: outline.tables,
    needs: distinct,
    wishes,
    behaviours,
    prompt: whole,
    sentences: text.split(/[.!?;\n]+/),
    clauses,
    rows: blocks.reduce((sum, block) => sum + (block.kind === "sheet" ? block.rows.length : 0), 0),
  };
}

const VOTES = /\b(?:poll|vote[sd]?|voting|option|live)\b|["“]/i;
const STEPPED = /\bsteps?\b|\bnext\b|\bsummary\b|\bfirst\b|\bthen\b|\bthank you\b/i;

/** One vote of a person is for one of the options. */
const votesOf = ({ options }: Poll): ReadTable => ({
  one: "vote",
  fields: [{ label: "choice", type: "select", options, said: true, required: true }],
  parents: [],
  margin: Number.POSITIVE_INFINITY,
});

/** A field that is worked out of others: a difference, or a total beside an amount. */
const isDerived = ({ label, said }: ReadField, { fields }: ReadTable): boolean =>
  said &&
  (/^(?:difference|margin|profit|remaining)$|\b(?:left|remaining)$/i.test(label) ||
    (/^age$/i.test(label) && fields.some((other) => /\b(?:birth\w*|born|dob)\b/i.test(other.label))) ||
    (/^total$/i.test(label) && fields.filter(({ type }) => /^(?:money|number|integer)$/.test(type)).length > 1));

const LISTS = /[,:/]|\b(?:and|or|with)\b/;

/** What a clause asks for. One that asks by words that are not known, and gives no fields, asks for something other. */
function kindsOf(clause: string): NeedKind[] {
  const kinds = needKinds(clause);
  return kinds.length === 0 && asks(clause) && !(LISTS.test(clause) && namesFields(tokensOf(clause))) ? ["other"] : kinds;
}

/** What was only mentioned is no table where others have fields and none points at it. */
function dropMentioned(outline: Outline): void {
  const own = (table: ReadTable) => table.fields.some(({ type }) => type !== "reference");
  const isNeeded = (table: ReadTable) =>
    own(table) || !table.mentioned || outline.tables.some(({ fields }) => fields.some(({ ref }) => ref === table.one));
  if (outline.tables.some(own)) outline.tables = outline.tables.filter(isNeeded);
}

/** A name that nobody is known to keep and that nothing more is said of is no table. */
const isMeant = (table: ReadTable, all: readonly ReadTable[]): boolean =>
  table.listed ||
  table.fields.length > 0 ||
  isKindName(table.one) ||
  (table.parents.length > 0 && !table.mentioned) ||
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
