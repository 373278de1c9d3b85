/** How much at home a name is in an app, to tell which of two spellings is the slip: by the words that it is made of. */
import type { Inspection } from "@edgewright/app-check";

const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;
/** Counted once for each state of an app. */
const known = new WeakMap<object, Map<string, number>>();

/** How often the rarest of its words stands in the app's texts. */
export function familiarity({ sources }: Inspection, name: string): number {
  const files = sources.files();
  let counts = known.get(files);
  if (!counts) {
    counts = countWords(Object.values(files));
    known.set(files, counts);
  }
  const words = wordsOf(name);
  return words.length === 0 ? 0 : Math.min(...words.map((word) => counts.get(word) ?? 0));
}

const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map((word) => word.toLowerCase());

function countWords(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
