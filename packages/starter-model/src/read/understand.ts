/** Whether a reading is good enough to be built at once, or is shown first with the one question that matters. */

import { listed } from "../decide/beyond.ts";
import { isKindName, kindOf } from "../knowledge/kinds.ts";
import { inSentence, plural } from "../words/inflect.ts";
import { accountFor, type Part, type Word } from "./account.ts";
import { type Reading, readPrompt } from "./index.ts";
import { languageOf } from "./language.ts";
import { type BuiltReading, buildReading } from "./model.ts";
import type { ReadTable } from "./outline.ts";
import { mended } from "./spelling.ts";

/** By this answer the person lets the outline stand. */
export const CONFIRMATION = "Build it like that";

export type Understood = {
  reading: Reading;
  built: BuiltReading;
  leftOut: string[];
  words: Word[];
  doubt: string | null;
  confirmed: boolean;
  /** The other language than English that it is in, of which nothing is read. */
  language: string | null;
};

const CALLED =
  /\b(?:called|named|titled)\s+["']?([\p{Lu}][\p{L}\d&' -]{1,40}?)["']?(?=\s*(?:[,.;:\n]|$)|\s+(?:with|to|for|that|where|which)\b)/u;

export function understand(request: string): Understood {
  const confirmed = request.includes(CONFIRMATION);
  const language = languageOf(request);
  const called = CALLED.exec(request)?.[1]?.trim() ?? null;
  const reading = language ? { ...NOTHING, clauses: [request] } : readPrompt(request.replace(CONFIRMATION, "").replace(CALLED, ""));
  const built = reading.tables.length > 0 ? buildReading(reading, called) : { model: EMPTY, needs: [], read: new Map(), tables: new Map() };
  const { leftOut, words } = accountFor(reading.clauses, partsOf(built), mended);
  return { reading, built, leftOut, words, doubt: doubtOf(reading, words), confirmed, language };
}

const NOTHING: Reading = { tables: [], needs: [], wishes: [], clauses: [], rows: 0 };
const EMPTY = { manifest: { name: "App", visibility: "members" as const }, schema: { tables: [] }, accent: "", views: [], marks: [] };

/** What the app and what is told of it are made of. */
const partsOf = ({ model, needs }: BuiltReading): Part[] => [
  ...model.schema.tables.flatMap(({ label, name }): Part[] => [label, name].map((text) => ({ as: "table", text }))),
  ...model.schema.tables.flatMap(({ columns }) =>
    columns.flatMap((column): Part[] => [
      ...[column.label, column.name.replace(/([A-Z])/g, " $1")].map((text): Part => ({ as: "field", text })),
      ...(column.options ?? []).map((text): Part => ({ as: "option", text })),
    ]),
  ),
  { as: "name", text: model.manifest.name },
  ...model.views.map(({ title }): Part => ({ as: "screen", text: title })),
  ...needs.map(({ clause }): Part => ({ as: "need", text: clause })),
];

/** Below these margins of the tagger a table is asked about first: one of a kind that people keep, unless it has fields, and any other. */
const KNOWN = 60;
const UNKNOWN = 450;

function doubtOf({ tables }: Reading, words: readonly Word[]): string | null {
  const all = words.length;
  const used = words.filter(({ became }) => became !== "left out").length;
  if (tables.length === 0) return null;
  const said = (table: ReadTable) => table.fields.filter((field) => field.said && field.type !== "reference").length;
  const least = (table: ReadTable) => {
    if (isKindName(table.one)) return said(table) > 2 ? 0 : KNOWN;
    return kindOf(table.one) && said(table) > 2 ? KNOWN : UNKNOWN;
  };
  const unknown = tables.filter((table) => (table.margin ?? 0) < least(table));
  if (unknown.length > 0)
    return `Should I keep ${listed(unknown.map(({ one }) => plural(one)))} in a table of their own? This is how I read it:`;
  if (all > 12 && tables.every((table) => said(table) === 0))
    return "I read little out of that. Which fields does each entry have? This is what I would build:";
  if (all >= 10 && used / all < 0.35) return "I am not sure that I read all of it. Is this what the app should keep?";
  return null;
}

/** The tables and their fields, a line to each. */
export const outlineOf = ({ model }: BuiltReading): string =>
  model.schema.tables
    .map(
      ({ label, columns }) =>
        `${label}: ${columns.map((column) => `${inSentence(column.label)}${column.options ? ` (${column.options.join(", ")})` : ""}`).join(", ")}`,
    )
    .join("\n");
