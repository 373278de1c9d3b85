/** What stands between two tokens. */
import type { Token } from "./tokens.ts";

export const said = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower).join(" ");

export const isMark = (token: Token | undefined, marks: RegExp): boolean =>
  token !== undefined && token.kind === "mark" && marks.test(token.text);

const ENDS = /^[.!?;\n]$/;
/** In tokens. Nobody says a sentence so long, and what has no end is not looked through for each of its words. */
const SENTENCE_MAX = 200;

/** The place of the next token of this text, at this place or after it; -1: there is none as far as a sentence goes. */
export function placeAfter(tokens: readonly Token[], at: number, text: RegExp): number {
  const most = Math.min(tokens.length, at + SENTENCE_MAX);
  for (let place = at; place < most; place++) if (text.test(tokens[place]?.text ?? "")) return place;
  return -1;
}

/** The place of the last one before this place. */
export function placeBefore(tokens: readonly Token[], at: number, text: RegExp): number {
  const least = Math.max(0, at - SENTENCE_MAX);
  for (let place = at - 1; place >= least; place--) if (text.test(tokens[place]?.text ?? "")) return place;
  return -1;
}

/** The place after the last mark that ends a sentence. */
export function sentenceStart(tokens: readonly Token[], at: number): number {
  const least = Math.max(0, at - SENTENCE_MAX);
  let start = at;
  while (start > least && !ENDS.test(tokens[start - 1]?.text ?? "")) start--;
  return start;
}

/** The place of the mark that ends the sentence, or where the tokens do. */
export function sentenceEnd(tokens: readonly Token[], at: number): number {
  const most = Math.min(tokens.length, at + SENTENCE_MAX);
  let end = at;
  while (end < most && !ENDS.test(tokens[end]?.text ?? "")) end++;
  return end;
}
