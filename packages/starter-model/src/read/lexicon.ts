/** What is generally known of an English word: its sense as a noun, its usual part of speech, and the group of words that it is used like. */
import { LEXICON } from "../knowledge/lexicon.ts";
import { singular } from "../words/inflect.ts";

/** `sense` is a letter of WordNet's files of nouns ("D" is an artifact, "P" a person), "-" where it is no noun; `part` is n, v, a or r. */
export type Entry = { sense: string; part: string; group: string };

let entries: Map<string, Entry> | undefined;

function unpacked(): Map<string, Entry> {
  const all = new Map<string, Entry>();
  let word = "";
  for (const line of LEXICON.split("\n")) {
    word = word.slice(0, Number.parseInt(line[0] ?? "0", 36)) + line.slice(1, -3);
    all.set(word, { sense: line.at(-3) ?? "-", part: line.at(-2) ?? "n", group: line.at(-1) ?? "" });
  }
  return all;
}

/** By the word as it is, else by its singular or the verb that it is a form of. */
export function entryOf(lower: string): Entry | undefined {
  entries ??= unpacked();
  const found = entries.get(lower);
  if (found) return found;
  for (const base of basesOf(lower)) {
    const entry = entries.get(base);
    if (entry) return entry;
  }
  return undefined;
}

const basesOf = (lower: string): string[] => {
  const bases = [singular(lower)];
  for (const ending of ["ing", "ed"])
    if (lower.endsWith(ending) && lower.length > ending.length + 2) {
      const stem = lower.slice(0, -ending.length);
      bases.push(stem, `${stem}e`, stem.slice(0, -1));
    }
  return bases;
};
