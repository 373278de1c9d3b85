/** Accounts for each word of a prompt: what it became, and which clauses became nothing. */
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

export const contentWords = (text: string): string[] =>
  (text.match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? []).filter((word) => word.length > 1 && !GLUE.has(word.toLowerCase()) && !/^\d+$/.test(word));

/** What a part of the app, or of what is told, is made of. */
export type Part = { as: "name" | "table" | "field" | "option" | "screen" | "need" | "row"; text: string };
export type Word = { word: string; became: Part["as"] | "left out" };
export type Account = { words: Word[] /** Clauses of which a word became nothing, in the person's own words. */; leftOut: string[] };

export function accountFor(clauses: readonly string[], parts: readonly Part[], mend: (text: string) => string): Account {
  const known = new Map<string, Part["as"]>();
  for (const { as, text } of parts)
    for (const word of text.match(/[\p{L}\d]+/gu) ?? []) if (!known.has(stem(word))) known.set(stem(word), as);
  const words: Word[] = [];
  const leftOut: string[] = [];
  for (const clause of clauses) {
    const own = contentWords(clause).map(
      (word): Word => ({ word, became: becameOf(word, known) ?? becameOf(mend(word), known) ?? "left out" }),
    );
    words.push(...own);
    if (own.some(({ became }) => became === "left out")) leftOut.push(clause);
  }
  return { words, leftOut };
}

/** A word of several parts, such as "follow-up", is used when each of them is. */
function becameOf(word: string, known: Map<string, Part["as"]>): Part["as"] | undefined {
  const parts = word.split(/[^\p{L}\d]+/u).filter((part) => part !== "" && !GLUE.has(part.toLowerCase()));
  return parts.every((part) => known.has(stem(part))) ? known.get(stem(parts[0] ?? "")) : undefined;
}
