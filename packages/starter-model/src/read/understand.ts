/** A request as it is understood: what is read, what would be built of it, what is left out, and what is in doubt. */
import { currencyIn, USUAL_CURRENCY } from "../words/currency.ts";
import { inSentence } from "../words/inflect.ts";
import { accountFor, type LeftClause, type Part, type Word } from "./account.ts";
import { NO_BEHAVIOUR } from "./behaviour.ts";
import { doubtOf } from "./doubt.ts";
import { type Reading, readPrompt } from "./index.ts";
import { languageOf } from "./language.ts";
import { type BuiltReading, buildReading } from "./model.ts";
import { mended } from "./spelling.ts";
import { titleOf } from "./title.ts";

/** By this answer the person lets the outline stand. */
export const CONFIRMATION = "Build it like that";

export type Understood = {
  reading: Reading;
  built: BuiltReading;
  left: LeftClause[];
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
  const reading = language
    ? { ...NOTHING, sentences: [request], clauses: [request] }
    : readPrompt(request.replace(CONFIRMATION, "").replace(CALLED, "").trimEnd());
  const title = titleOf(reading.prompt, reading.tables);
  const built =
    reading.tables.length > 0
      ? buildReading(reading, called ?? title?.name ?? null, currencyIn(request) ?? USUAL_CURRENCY)
      : { model: EMPTY, needs: [], read: new Map(), tables: new Map(), misfits: [] };
  built.needs = built.needs.filter(({ kind, clause }) => kind !== "other" || !(KEEPS.test(clause) && isAllKept(clause, built)));
  const { left, words } = accountFor(reading, [...partsOf(built), ...(title ? [{ as: "name" as const, text: title.words }] : [])], mended);
  return { reading, built, left, words, doubt: doubtOf(reading, words), confirmed, language };
}

const NOTHING: Reading = {
  tables: [],
  needs: [],
  wishes: [],
  behaviours: NO_BEHAVIOUR,
  prompt: "",
  sentences: [],
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

/** "I must keep the shows": by such words nothing is asked for but what is kept. */
const KEEPS =
  /\b(?:must|have to|need to|needs to|want to|wants to|should|would like to|can) (?:be able to )?(?:keep|note|record|write|enter|store|track|log|register|save|list)\b/i;

/** "In our planetarium I must …" */
const WHERE = /^(?:in|at|for|on) (?:our|my|the) [\w ]+? (?=(?:i|we) )/i;

const isAllKept = (clause: string, { model, tables }: BuiltReading): boolean =>
  accountFor({ sentences: [], clauses: [clause.replace(WHERE, "")] }, partsOf({ model, tables, needs: [] }), mended).left.length === 0;

/** What the app and what is told of it are made of. */
const partsOf = ({ model, needs, tables }: Pick<BuiltReading, "model" | "needs" | "tables">): Part[] => [
  ...model.schema.tables.flatMap(({ label, name }): Part[] => [label, name].map((text) => ({ as: "table", text }))),
  ...model.schema.tables.flatMap(({ columns }) =>
    columns.flatMap((column): Part[] => [
      ...[column.label, column.name.replace(/([A-Z])/g, " $1")].map((text): Part => ({ as: "field", text })),
      ...(column.options ?? []).map((text): Part => ({ as: "option", text })),
      ...(column.type === "files" ? [{ as: "field" as const, text: "several files called named as" }] : []),
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
