/** Reads the blocks of a prompt into an outline: pasted sheets by their titles, all else by the tagger. */
import { isKindName, SYSTEMS, usualFor } from "../knowledge/kinds.ts";
import { GLUE } from "./account.ts";
import { Assembly } from "./assemble.ts";
import type { Block, Sheet } from "./blocks.ts";
import { evened } from "./even.ts";
import type { ReadField } from "./field.ts";
import { HAPPENINGS } from "./happenings.ts";
import { entryOf } from "./lexicon.ts";
import { Outline, type ReadTable } from "./outline.ts";
import { sheetFields, titleOf } from "./sheet.ts";
import { type Span, tag } from "./tagger.ts";
import { isThing, PERSON_OR_PLACE, thingOf } from "./thing.ts";
import { type Token, tokensOf } from "./tokens.ts";

export function outlineOf(blocks: readonly Block[]): Outline {
  const text = blocks
    .map(textOf)
    .filter((piece) => piece.trim() !== "")
    .join("\n");
  const tokens = tokensOf(text);
  const spans = evened(tag(tokens), tokens).filter((span) => !isSystem(span, tokens));
  const outline = new Outline();
  const pasted = blocks.filter((block): block is Sheet => block.kind === "sheet");
  for (const block of pasted) {
    const { name, isSure } = titleOf(block, blocks, pasted.length === 1 ? spokenOf(spans, text, tokens) : null);
    const table = outline.table(name);
    table.margin = isSure ? CERTAIN : 0;
    const fields = sheetFields(block).map((field) => outline.add(table, field));
    if (block.rows.length > 0) table.pasted = { fields, rows: block.rows };
  }
  const sheets = [...outline.tables];
  outline.current = null;
  const waiting = new Assembly(text, tokens, spans, outline).run();
  outline.tables = outline.tables.filter((table) => sheets.includes(table) || isHeld(table, outline, sheets.length > 0));
  if (outline.tables.length > 0 && outline.tables.every(isGuess)) outline.tables = [];
  else if (sheets.length > 0) addToSheets(outline, sheets, waiting);
  else settle(outline, text, waiting);
  return outline;
}

/** "a CRM": which tables it holds is known. "A tool for a clockmaker: …" is what is to be built, and "afterwards" is nothing that is kept. */
const isSystem = ({ role, from, to }: Span, tokens: readonly Token[]): boolean => {
  const word = tokens[from]?.lower ?? "";
  if (role === "f" || role === "p" || to - from !== 1) return false;
  const isBuilt =
    WHOLE.test(word) && /^an?$/.test(tokens[from - 1]?.lower ?? "") && /^(?:for|to|that|where|with which)$/.test(tokens[to]?.lower ?? "");
  return (
    Object.hasOwn(SYSTEMS, word) ||
    (isBuilt && tokens.slice(to, to + TITLE_MAX).some(({ text }) => text === ":")) ||
    entryOf(word)?.part === "r"
  );
};
const WHOLE = /^(?:tool|app|system|program|software|website|site|page|platform|place|database)$/;
/** In tokens: what stands before the colon that opens the list is no longer. */
const TITLE_MAX = 8;

/** What the words beside a sheet speak of, where that is one thing: "turn this into a tracker for our tool loans". */
function spokenOf(spans: readonly Span[], text: string, tokens: readonly Token[]): string | null {
  const named = spans.filter(({ role, margin }) => role === "t" && margin >= FAINT);
  const things = named.map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
  return new Set(things.map(thingOf)).size === 1 && isThing(things[0] ?? "", true) ? (things[0] ?? null) : null;
}

const CERTAIN = 1000;
/** Below this margin a table that is only mentioned is none. */
const FAINT = 80;

const textOf = (block: Block): string => {
  if (block.kind === "sheet") return "";
  if (block.kind === "prose") return block.text;
  return [...(block.heading ? [block.heading] : []), ...block.items.map((item) => `- ${item}`)].join("\n");
};

/** What was only mentioned, or beside a sheet has hardly a field, is no table unless the tagger is sure of it. */
const isHeld = (table: ReadTable, { tables }: Outline, isBeside: boolean): boolean =>
  isBeside
    ? table.fields.length >= 2
    : table.listed ||
      table.fields.length > 0 ||
      (table.parents.length > 0 && !table.mentioned && HAPPENINGS.test(table.one)) ||
      (table.margin ?? 0) >= (isKindName(table.one) ? FAINT : 3 * FAINT) ||
      tables.length === 1;

/** An unknown name with hardly a field, of which the tagger is not sure, is nothing to show. */
const isGuess = ({ one, fields, margin, listed }: ReadTable): boolean =>
  !listed && !isKindName(one) && fields.length <= 1 && (margin ?? 0) < 3 * FAINT;

/** What is said beside a sheet without a table of its own tells more of the sheet's columns. */
function addToSheets(outline: Outline, sheets: readonly ReadTable[], fields: readonly ReadField[]): void {
  for (const field of fields)
    for (const sheet of sheets)
      if (sheet.fields.some(({ label }) => label.toLowerCase() === field.label.toLowerCase())) outline.add(sheet, field);
}

/** Fields that no table was named for go to what the prompt is about. */
function settle(outline: Outline, text: string, waiting: readonly ReadField[]): void {
  if (outline.tables.length === 0) {
    const systems = /\b(\w+)\b(?=$| (?:for|app|system|tool|software)\b)/i.exec(text)?.[1]?.toLowerCase() ?? "";
    for (const name of SYSTEMS[systems] ?? []) outline.mention(name).margin = CERTAIN;
    if (outline.tables.length === 0) {
      const about = topicOf(text) ?? (waiting.length > 0 ? usualFor(waiting.map(({ label }) => label)) : null);
      if (about) outline.mention(about);
    }
  }
  const main = outline.tables[0];
  if (main) for (const field of waiting) outline.add(main, field);
}

/** The first thing that a prompt names and that people are known to keep; who and where are only the second choice. */
function topicOf(text: string): string | null {
  const words = text
    .replace(/[^\p{L}' -]/gu, " , ")
    .trim()
    .split(/\s+/);
  const found: string[] = [];
  for (let at = 0; at < words.length; at++)
    for (const size of [3, 2, 1]) {
      const phrase = words.slice(at, at + size).join(" ");
      const next = words[at + size];
      const isWhole = !next || next === "," || GLUE.has(next.toLowerCase()) || /s$/.test(phrase);
      if (at + size <= words.length && isWhole && isKindName(thingOf(phrase)) && isThing(phrase)) found.push(phrase);
    }
  return found.find((phrase) => !PERSON_OR_PLACE.test(thingOf(phrase))) ?? found[0] ?? null;
}
