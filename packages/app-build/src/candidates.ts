/** Words of a source that may be Tailwind classes. Too many do no harm: Tailwind ignores those it does not know. Each pattern is bounded, so that a source costs its length. */

/** A word that may hold one bracketed part, in which quotes and angle brackets are allowed: `before:content-['→']`, `[&>svg]:size-4`. */
const BEFORE_BRACKET = /[^\s"'`<>{}=;,()[\]]{0,100}$/;
const BRACKET = /\[[^\s\]]{1,160}\][^\s"'`<>{};,)]{0,160}/g;
const WORD = /[^\s"'`<>{}=;,[\]]+/g;
const LIKELY = /^[!@*[-]?-?[a-z@*[]\S*$/;
const MAX_LENGTH = 160;

export function classCandidates(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    add(found, word);
    // `text-(--accent)` keeps its parentheses; `cn(flex` and `flex)` lose theirs.
    if (word.includes("(") || word.includes(")")) for (const part of word.split(/[()]/)) add(found, part);
  }
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    const before = BEFORE_BRACKET.exec(text.slice(Math.max(0, index - 100), index))?.[0] ?? "";
    add(found, before + bracket);
  }
  return found;
}

function add(found: Set<string>, raw: string): void {
  if (raw.length > 2 * MAX_LENGTH) return;
  const word = raw.replace(/[.:,?]{1,20}$/, "");
  if (word.length > 0 && word.length <= MAX_LENGTH && LIKELY.test(word)) found.add(word);
}
