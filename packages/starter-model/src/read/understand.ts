/** A request as it is understood: what is read, what would be built of it, what is left out, and what is in doubt. */
import { currencyIn, USUAL_CURRENCY } from "../words/currency.ts";
import { inSentence } from "../words/inflect.ts";
import { accountFor, type Part, type Word } from "./account.ts";
import { NO_BEHAVIOUR } from "./behaviour.ts";
import { doubtOf } from "./doubt.ts";
import { type Reading, readPrompt } from "./index.ts";
import { languageOf } from "./language.ts";
import { type BuiltReading, buildReading } from "./model.ts";
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
  const built =
    reading.tables.length > 0
      ? buildReading(reading, called, currencyIn(request) ?? USUAL_CURRENCY)
      : { model: EMPTY, needs: [], read: new Map(), tables: new Map(), misfits: [] };
  const { leftOut, words } = accountFor(reading.clauses, partsOf(built), mended);
  return { reading, built, leftOut, words, doubt: doubtOf(reading, words), confirmed, language };
}

const NOTHING: Reading = {
  tables: [],
  needs: [],
  wishes: [],
  behaviours: NO_BEHAVIOUR,
  clauses: [],
  rows: 0,
};
const EMPTY = {
  manifest: { name: "App", visibility: "members" as const },
  schema: { tables: [] },
  accent: "",
  currency: USUAL_CURRENCY,
  views: [],
  marks: [],
  fromToday: [],
};

/** What the app and what is told of it are made of. */
const partsOf = ({ model, needs, tables }: BuiltReading): Part[] => [
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
  ...[...tables].flatMap(([{ pasted }, { name }]): Part[] =>
    pasted && model.pasted?.[name] ? pasted.rows.flat().map((text) => ({ as: "row", text })) : [],
  ),
];

/** The tables and their fields, a line to each. */
export const outlineOf = ({ model }: BuiltReading): string =>
  model.schema.tables
    .map(
      ({ label, columns }) =>
        `${label}: ${columns.map((column) => `${inSentence(column.label)}${column.options ? ` (${column.options.join(", ")})` : ""}`).join(", ")}`,
    )
    .join("\n");
