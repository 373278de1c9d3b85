/** What the sentences say that a row has of another table: "each tour gets one guide and one customer", "boats are assigned to a course". */
import { plural } from "../words/inflect.ts";
import { isWish } from "./needs.ts";
import type { ReadTable } from "./outline.ts";

const ONE = "(?:exactly )?(?:one|a|an|the|its|their)(?: single)?";
/** What is said of a thing before the other is named: that it has one, belongs to one, or was given to one. */
const HAS = [
  `(?:has|have|gets?|needs?|takes?)(?: [^,]*? and)? ${ONE}`,
  `(?:belongs?|goes?|comes?|lives?|stays?|sits?|stands?|works?) (?:to|from|in|at|with|on) ${ONE}`,
  `(?:is|are|was|were|be|gets?) (?:\\w+ )?(?:to|by|in|at|on|with|for|from|of) ${ONE}`,
].join("|");

const escaped = (words: string): string => words.replace(/[^\p{L}\d ]/gu, ".");

/** "for each couple tasks with due date, vendors with price": all that is listed after it is of each. */
function ofEach(sentence: string, { one: name }: ReadTable, { one: other }: ReadTable): boolean {
  const its = escaped(other);
  const [, rest = ""] =
    new RegExp(
      `(?:^|[,:] |\\b(?:and|with) )(?:for|under|per) (?:each|every) ${its} (?:we |i |there (?:are|is) |the |have |keep |note |log |want |need )*(.*)$`,
    ).exec(sentence) ?? [];
  const names = `(?:${escaped(plural(name))})`;
  return new RegExp(`(?:^|, (?:and )?|\\band )${names} (?:with|\\(|:)|^${names}\\b`).test(rest);
}

/** Each pair of a table and one that its rows point at. */
export function saidLinks(tables: readonly ReadTable[], text: string): [ReadTable, ReadTable][] {
  const sentences = text
    .toLowerCase()
    .replace(/\([^()]*\)/g, " ")
    .replace(/[ \t]+/g, " ")
    .split(/[.!?;\n]/)
    .filter((sentence) => !isWish(sentence));
  return tables.flatMap((table) =>
    tables
      .filter((other) => other !== table && sentences.some((sentence) => isSaid(sentence, table, other)))
      .map((other): [ReadTable, ReadTable] => [table, other]),
  );
}

function isSaid(sentence: string, { one: name }: ReadTable, { one: other }: ReadTable): boolean {
  const [own, its] = [escaped(name), escaped(other)];
  const subject = `(?:(?:each|every|an?|one|the) ${own}|${escaped(plural(name))})`;
  return (
    ofEach(sentence, { one: name, fields: [], parents: [] }, { one: other, fields: [], parents: [] }) ||
    new RegExp(`\\b${subject} (?:which |that |who )?(?:${HAS}) (?:\\w+ )?${its}\\b`).test(sentence) ||
    new RegExp(`(?<!which )\\b(?:${own}|${escaped(plural(name))})\\b.*\\bwhich ${its}\\b`).test(sentence)
  );
}
