/** The words of a request and of names in code, in the form in which they are compared. */
import pluralize from "pluralize";

const WORD = /[\p{L}\p{M}]+|\d+/gu;
/** `useTable`, `HTMLPage` and `due_date` are words written together. */
const JOINTS = /(?<=\p{Ll}|\d)(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** Words that say nothing of which file is meant. */
const COMMON = new Set(
  `a about add after all also an and any app application are as at be been before but by can change could create do does each file for from get give
  had has have how i if in into is it its just like make me more my need new no not now of on one only or our out page please put remove
  see set should show so some than that the their them then there these they this to up us use user view want was we when where which
  while will with would you your component src tsx ts index`.split(/\s+/),
);

const forms = new Map<string, string>();
const FORMS_MAX = 20_000;

function formOf(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  if (forms.size >= FORMS_MAX) forms.clear();
  const form = pluralize.singular(word);
  forms.set(word, form);
  return form;
}

/** In their order, lower-case and singular; common ones and single letters are left out. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.replace(JOINTS, " ").matchAll(WORD)) {
    const word = found.toLowerCase();
    if (word.length > 1 && !COMMON.has(word)) words.push(formOf(word));
  }
  return words;
}
