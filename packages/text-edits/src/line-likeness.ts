/**
 * When two lines count as alike. Words (identifiers, numbers, words in strings and comments) always have to be the same ones in the
 * same order; what may differ is white space, then marks of style (kinds of quotes, semicolons, trailing commas), and in the loosest
 * pass characters that only look the same.
 */
import { toPlainCharacters } from "./lookalikes.ts";

export type Likeness = "spacing" | "style" | "looks";

const [SPACE, WORD, STYLE, SIGN] = [0, 1, 2, 3];

const isWideSpace = (code: number) =>
  code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x2028 || code === 0x2029 || (code >= 0x2000 && code <= 0x200a);

/** Of each ASCII character. All other ones but white space count as parts of words. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return SPACE;
  if (/[\w$]/.test(character)) return WORD;
  return /['"`,;()]/.test(character) ? STYLE : SIGN;
});

/**
 * A hash of `text[from, to)` that is equal where lines are alike; 0 where there is nothing but white space. What `styleKey`
 * looks at closely, this leaves out.
 */
export function hashLine(text: string, from: number, to: number, likeness: Likeness): number {
  const skipped = likeness === "spacing" ? SPACE : STYLE;
  let hash = 0;
  // Space separates only where a word stands before it and after it.
  let lastIsWord = false;
  let gap = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code] ?? (isWideSpace(code) ? SPACE : WORD);
    if (kind === SPACE || kind === skipped) {
      gap = true;
      continue;
    }
    const word = kind === WORD;
    if (gap && word && lastIsWord) hash = Math.imul(hash ^ 33, 0x01000193);
    hash = Math.imul(hash ^ (code + 1), 0x01000193);
    lastIsWord = word;
    gap = false;
  }
  return hash;
}

/** The line without the white space that separates nothing. */
export const spacingKey = (line: string): string =>
  line
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?([^\w$ \u0080-\uffff]) ?/g, "$1");

/** The same with one kind of quote, and without semicolons and commas that end something. */
export const styleKey = (line: string): string =>
  spacingKey(line)
    .replace(/['"`]/g, '"')
    .replace(/(?<![,;])[,;]+(?=[)\]}]|$)/g, "")
    .replace(/\(([\w$]+)\)=>/g, "$1=>");

export const KEY: Record<Likeness, (line: string) => string> = {
  spacing: spacingKey,
  style: styleKey,
  looks: (line) => styleKey(toPlainCharacters(line)),
};

export const wordsOf = (line: string): string[] => line.match(/[\p{L}\p{N}_$]+/gu) ?? [];

const ELISION = /^(?:(?:\/\/|#|\{?\s*\/\*|<!--)\s*(?:\.{3}|…).*|\.{3}|…)$/;

/** A line such as a comment of three dots, by which a model says "as it was". */
export const isElision = (line: string): boolean => ELISION.test(line.trim());

export const isBlank = (line: string): boolean => line.trim() === "";

export const indentOf = (line: string): string => line.slice(0, line.length - line.trimStart().length);
