/**
 * When two lines count as alike. Words (identifiers, numbers, words in strings and comments) always have to be the same ones in the
 * same order; what may differ is white space and, in the loosest pass, marks of style: kinds of quotes, semicolons, trailing commas.
 */
export type Likeness = "spacing" | "style";

const isSpace = (code: number) =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a);
/** All that is not ASCII counts as part of a word. */
const isWord = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code > 127;

/** Quotes, brackets round one parameter, commas and semicolons: a hash leaves them out, `styleKey` looks at them closely. */
const isStyle = (code: number) => code === 34 || code === 39 || code === 96 || code === 44 || code === 59 || code === 40 || code === 41;

export type LineHash = { spacing: number; style: number };

const add = (hash: number, code: number) => Math.imul(hash ^ (code + 1), 0x01000193);

/** Hashes of `text[from, to)` that are equal where the lines are alike. Both are 0 where there is nothing but white space. */
export function hashLine(text: string, from: number, to: number, into: LineHash): void {
  let spacing = 0;
  let style = 0;
  // Space separates only where a word stands before it and after it.
  let lastIsWord = false;
  let lastStyledIsWord = false;
  let gap = false;
  let styledGap = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      gap = styledGap = true;
      continue;
    }
    const word = isWord(code);
    spacing = add(gap && word && lastIsWord ? add(spacing, 32) : spacing, code);
    lastIsWord = word;
    gap = false;
    if (isStyle(code)) {
      styledGap = true;
      continue;
    }
    style = add(styledGap && word && lastStyledIsWord ? add(style, 32) : style, code);
    lastStyledIsWord = word;
    styledGap = false;
  }
  into.spacing = spacing;
  into.style = style;
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

export const KEY: Record<Likeness, (line: string) => string> = { spacing: spacingKey, style: styleKey };

export const wordsOf = (line: string): string[] => line.match(/[\p{L}\p{N}_$]+/gu) ?? [];

const ELISION = /^(?:(?:\/\/|#|\{?\s*\/\*|<!--)\s*(?:\.{3}|…).*|\.{3}|…)$/;

/** A line such as a comment of three dots, by which a model says "as it was". */
export const isElision = (line: string): boolean => ELISION.test(line.trim());

export const isBlank = (line: string): boolean => line.trim() === "";

export const indentOf = (line: string): string => /^\s*/.exec(line)![0];
