/** Whether a reading is good enough to be built at once, or is shown first with the one question that matters. */
import { listed } from "../decide/beyond.ts";
import { isKindName, kindOf } from "../knowledge/kinds.ts";
import { plural } from "../words/inflect.ts";
import type { Word } from "./account.ts";
import type { Reading } from "./index.ts";
import { entryOf } from "./lexicon.ts";
import type { ReadTable } from "./outline.ts";
import { SURE } from "./tagger.ts";
import { PERSON_OR_PLACE } from "./thing.ts";

export function doubtOf({ tables, clauses }: Reading, words: readonly Word[]): string | null {
  if (tables.length === 0) return null;
  const text = clauses.join("\n").toLowerCase();
  const unknown = doubtfulTables({ tables, clauses });
  if (unknown.length > 0)
    return `Should I keep ${listed(unknown.map(({ one }) => plural(one)))} in a table of their own? This is how I read it:`;
  const lost = lostHead(text, words);
  if (lost) return `Should I keep ${plural(lost)}, each with what you say of it? I did not read it like that:`;
  const used = words.filter(({ became }) => became !== "left out").length;
  if (words.length > 12 && tables.every((table) => saidOf(table) === 0))
    return "I read little out of that. Which fields does each entry have? This is what I would build:";
  if (words.length >= 10 && used / words.length < 0.35) return "I am not sure that I read all of it. Is this what the app should keep?";
  return null;
}

/** What may be no table at all, but a field of another. */
export function doubtfulTables({ tables, clauses }: Pick<Reading, "tables" | "clauses">): ReadTable[] {
  const text = clauses.join("\n").toLowerCase();
  return tables.filter((table) => isDoubtful(table, text));
}

/** "each instrument that comes in has an owner": what is said of each one is what the app is about, and is no word to leave out. */
function lostHead(text: string, words: readonly Word[]): string | null {
  const left = new Set(words.flatMap(({ word, became }) => (became === "left out" ? [word] : [])));
  const heads = [
    ...text.matchAll(
      /\b(?:each|every) ((?:\w+ )??\w+) (?:that \w+(?: \w+)? |which \w+(?: \w+)? )?(?:has|have|gets?|needs?|comes?|belongs?)\b/g,
    ),
  ];
  return heads.map(([, head]) => head?.split(" ").at(-1) ?? "").find((head) => left.has(head)) ?? null;
}

const saidOf = ({ fields }: ReadTable): number => fields.filter(({ said, type }) => said && type !== "reference").length;

/** From this many fields on, a table is more than mentioned. */
const DESCRIBED = 3;
const TIME = "Z";

/**
 * The margins were set by the prompts that may be read. What is spoken of as of several, or as of each, is kept; where something takes place,
 * a time, and a word that no lexicon knows seldom are.
 */
function isDoubtful(table: ReadTable, text: string): boolean {
  if (table.listed) return false;
  const head = table.one.split(" ").at(-1) ?? "";
  const margin = table.margin ?? 0;
  const sense = entryOf(head)?.sense;
  if (margin <= 0 && !text.includes(head)) return true;
  const isOfSeveral = text.includes(plural(head)) || isOfEach(head, text);
  const isOfKind = kindOf(table.one) !== undefined;
  if ((sense !== undefined || isOfKind) && margin > 0 && saidOf(table) >= DESCRIBED && headsList(table.one, text)) return false;
  const isPlace = new RegExp(`\\b(?:at|in|of|for) (?:the|our|my) ${table.one.replace(/\W/g, ".")}\\b`).test(text);
  if ((isPlace || PERSON_OR_PLACE.test(table.one)) && !isOfSeveral) return margin < 1000;
  if (isKindName(table.one)) return saidOf(table) < DESCRIBED && margin < 60;
  if (sense === TIME) return true;
  if (sense === undefined && !isOfKind) return margin < SURE;
  if (saidOf(table) >= DESCRIBED) return margin < (isOfSeveral ? 60 : 250);
  return margin < (isOfKind ? 300 : 400);
}

const isOfEach = (head: string, text: string): boolean =>
  new RegExp(`\\b(?:each|every|per|a|an|new) (?:\\w+ )?${head.replace(/\W/g, ".")}\\b`).test(text);

/** "fittings: customer, date, time", "and the customer (name, phone)": what opens a clause and stands before its list is said outright. Not "something for the tyre hotel: …". */
const headsList = (one: string, text: string): boolean =>
  new RegExp(
    String.raw`(?:^|[,;] |(?<!\b(?:for|at|in|of|about) )\b(?:and|the|an?|our|my|each|every) )(?:${[one, plural(one)].map((name) => name.replace(/\W/g, ".")).join("|")})(?::| \()`,
    "m",
  ).test(text);
