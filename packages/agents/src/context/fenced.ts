/** Text of files inside what a model is told, set off so that nothing in it can end it. */

export type Piece = {
  /** What the piece is, on one line. */
  title: string;
  text: string;
};

/**
 * Each piece between lines with a mark that none of them contains. The mark follows from the pieces: the same ones give
 * the same text, so that providers find it in their caches.
 */
export function fenced(pieces: readonly Piece[]): { mark: string; text: string } {
  const all = pieces.map(({ title, text }) => `${title}\n${text}`).join("\n");
  let seed = hash(all);
  while (all.includes(markOf(seed))) seed = (seed + 1) >>> 0;
  const mark = markOf(seed);
  const text = pieces.map((piece) => `--- ${mark} ${piece.title}\n${piece.text}\n--- ${mark} end`).join("\n\n");
  return { mark, text };
}

const markOf = (seed: number) => `file-${seed.toString(36).padStart(7, "0")}`;

/** FNV-1a. It only has to differ; that it is not in the text is made sure of above. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
