/** Text of files inside what a model is told, set off so that nothing in it can end it. */

export type Piece = {
  /** What the piece is, on one line. */
  title: string;
  text: string;
};

/**
 * Each piece between lines with a mark that none of them contains: whatever a text says, it cannot end itself, so the
 * mark need not be secret. It is mostly the same one, so that providers find what follows in their caches.
 */
export function fenced(pieces: readonly Piece[]): { mark: string; text: string } {
  const all = pieces.map(({ title, text }) => `${title}\n${text}`).join("\n");
  const taken = marksIn(all);
  let number = 0;
  while (taken.has(markOf(number))) number++;
  const mark = markOf(number);
  const text = pieces.map((piece) => `--- ${mark} ${piece.title}\n${piece.text}\n--- ${mark} end`).join("\n\n");
  return { mark, text };
}

const HEAD = "file-";
const markOf = (number: number) => `${HEAD}${(FIRST + number).toString(36)}`;
/** Of seven figures in base 36, unlike anything in a project. */
const FIRST = 48_271_936_127;
const LENGTH = HEAD.length + FIRST.toString(36).length;

/** All that could be a mark, so that a text full of them is read once. */
function marksIn(text: string): Set<string> {
  const marks = new Set<string>();
  for (let at = text.indexOf(HEAD); at >= 0; at = text.indexOf(HEAD, at + 1)) marks.add(text.slice(at, at + LENGTH));
  return marks;
}
