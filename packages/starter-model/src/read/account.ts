/** The one account of what each word of a prompt became, held against the app that was built, and of what became nothing. */
import { singular } from "../words/inflect.ts";

export const GLUE = new Set(
  `a an the and or but so if then than that this these those there here it its he she they them their our my your his her we us you i me who whom whose which what when where why how whether
  is are was were be been being am has have had having do does did done can could should would will shall must may might to of in on at by for with from into onto out up down off over under about around against between during before after since until till as per via without within through across
  not no nor only just also too very really quite even still already again ever never always usually often sometimes maybe perhaps please thanks thank hello hi hey ok okay well right
  need needs want wants like would love get gets got make makes made making give gives build built create put use used using keep keeps see show list track note record write enter store save know let lets go goes come comes take takes
  app application tool system program software something somewhere thing things stuff way place one ones each every all any some many much more most few several other others another same both such own lot lots kind type sort etc
  because plus while once we've we're we'd i've i'd i'm it's they're that's there's don't doesn't isn't aren't won't let's what's who's
  yes ll ve re don doesn isn aren can't cannot im id`
    .split(/\s+/)
    .filter(Boolean),
);

const stem = (word: string): string =>
  singular(word.toLowerCase().replace(/'s?$/, ""))
    .replace(/(?:ing|ed|es|e|ly|s)$/, "")
    .slice(0, 12);

const WORD = /[\p{L}\d][\p{L}\d'-]*/gu;
const isContent = (word: string): boolean => word.length > 1 && !GLUE.has(word.toLowerCase()) && !/^[\d.-]+$/.test(word);

export const contentWords = (text: string): string[] => (text.match(WORD) ?? []).filter(isContent);

/** What a part of the app, or of what is told, is made of. */
export type Part = { as: "name" | "table" | "field" | "option" | "screen" | "need" | "row"; text: string };
export type Word = { word: string; became: Part["as"] | "left out" };
/** A clause of which a word became nothing, in the person's own words: `phrases` are those words, with what stands between them. */
export type LeftClause = { clause: string; phrases: string[]; isWhole: boolean };
export type Account = { words: Word[]; left: LeftClause[] };

/** What a prompt says: its sentences, and each cut into clauses of which one tells one thing. */
export type Said = { sentences: readonly string[]; clauses: readonly string[] };

export function accountFor({ sentences, clauses }: Said, parts: readonly Part[], mend: (text: string) => string): Account {
  const known = new Map<string, Part["as"]>();
  for (const { as, text } of parts)
    for (const word of text.match(/[\p{L}\d]+/gu) ?? []) if (!known.has(stem(word))) known.set(stem(word), as);
  const surplus = surplusOf(sentences, parts, mend);
  const account: Account = { words: [], left: [] };
  // Of two that are called alike, the later one is what was lost.
  const lostIn = clauses.toReversed().map((clause) => itemsOf(clause, mend).filter(({ key }) => take(surplus, key)));
  for (const [at, clause] of clauses.entries()) {
    const lost = lostIn.at(-1 - at) ?? [];
    const found = [...clause.matchAll(WORD)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
    const own = found.map((one) => {
      const isLost = lost.some(({ from, to }) => one.from >= from && one.to <= to);
      const became = isContent(one.word) ? (isLost ? undefined : (becameOf(one.word, known) ?? becameOf(mend(one.word), known))) : null;
      return { ...one, became };
    });
    const content = own.flatMap(({ word, became }): Word[] => (became === null ? [] : [{ word, became: became ?? "left out" }]));
    account.words.push(...content);
    if (content.some(({ became }) => became === "left out"))
      account.left.push({ clause, phrases: phrasesOf(clause, own), isWhole: !content.some(({ became }) => STRUCTURE.has(became)) });
  }
  return account;
}

/** What somebody sees of their words in the app: of a clause that holds one of these it would be untrue that it was left out. */
const STRUCTURE: ReadonlySet<Word["became"]> = new Set(["table", "field", "option", "screen", "row"]);

function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  counts.set(key, left - 1);
  return left > 0;
}

type Place = { from: number; to: number };

/** Words that became nothing, one after another; what only joins them is told with them. */
function phrasesOf(clause: string, words: readonly (Place & { became: Part["as"] | undefined | null })[]): string[] {
  const phrases: Place[] = [];
  let open: Place | null = null;
  for (const { from, to, became } of words) {
    if (open && /[,;:.()]/.test(clause.slice(open.to, from))) open = null;
    if (became === undefined) {
      if (open) open.to = to;
      else {
        open = { from, to };
        phrases.push(open);
      }
    } else if (became !== null) open = null;
  }
  return phrases.map(({ from, to }) => clause.slice(from, to));
}

/** A word of several parts, such as "follow-up", is used when each of them is. */
function becameOf(word: string, known: Map<string, Part["as"]>): Part["as"] | undefined {
  const parts = word.split(/[^\p{L}\d]+/u).filter((part) => part !== "" && !GLUE.has(part.toLowerCase()));
  return parts.every((part) => known.has(stem(part))) ? known.get(stem(parts[0] ?? "")) : undefined;
}

const ITEM_WORDS = 3;
const LIST_ITEMS = 4;

type Item = Place & { key: string };

/** What stands between commas, marks and words that join, where it is no more than a name. */
function itemsOf(text: string, mend: (text: string) => string): Item[] {
  let from = 0;
  return text.split(/([,:()/\t|]|\b(?:and|with|or)\b)/i).flatMap((piece) => {
    const place = { from, to: from + piece.length };
    from = place.to;
    const words = contentWords(piece);
    return words.length > 0 && words.length <= ITEM_WORDS ? [{ ...place, key: keyOf(words.map(mend)) }] : [];
  });
}

const keyOf = (words: readonly string[]): string => [...new Set(words.map(stem))].sort().join(" ");

/** Each item of a list has a part of its own: of two tables with a name, one field "name" is not both. By its key, how often an item has none. */
function surplusOf(sentences: readonly string[], parts: readonly Part[], mend: (text: string) => string): Map<string, number> {
  const kept = parts.filter(({ as }) => STRUCTURE.has(as)).map(({ text }) => new Set((text.match(/[\p{L}\d]+/gu) ?? []).map(stem)));
  const counts = new Map<string, number>();
  for (const items of sentences.map((sentence) => itemsOf(sentence, mend)).filter(({ length }) => length >= LIST_ITEMS))
    for (const { key } of items) counts.set(key, (counts.get(key) ?? 0) + 1);
  const surplus = [...counts].map(([key, count]): [string, number] => {
    const there = kept.filter((part) => key.split(" ").every((one) => part.has(one))).length;
    return [key, there > 0 ? count - there : 0];
  });
  return new Map(surplus.filter(([, count]) => count > 0));
}
