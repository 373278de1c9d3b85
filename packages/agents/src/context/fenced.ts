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
  let number = 0;
  while (all.includes(markOf(number))) number++;
  const mark = markOf(number);
  const text = pieces.map((piece) => `--- ${mark} ${piece.title}\n${piece.text}\n--- ${mark} end`).join("\n\n");
  return { mark, text };
}

const markOf = (number: number) => `file-${(FIRST + number).toString(36)}`;
/** Of seven figures in base 36, unlike anything in a project. */
const FIRST = 48_271_936_127;
