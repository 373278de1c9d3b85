/** Words of a source that may be Tailwind classes. Too many do no harm: Tailwind ignores those it does not know. */

/** A word that may hold one bracketed part, in which quotes and angle brackets are allowed: `before:content-['→']`, `[&>svg]:size-4`. */
const BRACKETED = /[^\s"'`<>{}=;,()]*\[[^\s\]]+\][^\s"'`<>{};,)]*/g;
const WORD = /[^\s"'`<>{}=;,[\]]+/g;
const LIKELY = /^[!@*[-]?-?[a-z@*[][^\s]*$/;
const MAX_LENGTH = 160;

export function classCandidates(text: string): Set<string> {
  const found = new Set<string>();
  for (const pattern of [WORD, BRACKETED]) {
    for (const [word] of text.matchAll(pattern)) {
      add(found, word);
      // `text-(--accent)` keeps its parentheses; `cn(flex` and `flex)` lose theirs.
      if (/[()]/.test(word)) for (const part of word.split(/[()]/)) add(found, part);
    }
  }
  return found;
}

function add(found: Set<string>, raw: string): void {
  const word = raw.replace(/[.:,?]+$/, "");
  if (word.length > 0 && word.length <= MAX_LENGTH && LIKELY.test(word)) found.add(word);
}
