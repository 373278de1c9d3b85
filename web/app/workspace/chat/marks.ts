/** Whether a text means anything but itself as Markdown. In doubt it does: the reader of Markdown leaves plain text as it is. */

/** Emphasis, code, links, pictures, HTML, tables, escapes, character references and bare addresses. */
const WITHIN = /[*_`~[\]<>|\\&]|https?:|www\.|@/;
/** Headings, lists, quotes, rules, underlined headings, the second line of a table and indented code. */
const AT_LINE_START = /^ {0,3}(#{1,6}(\s|$)|[-+](\s|$)|\d{1,9}[.)](\s|$)|>|:?[=-]+:?\s*$|\t| {4})/m;
/** Two spaces at the end of a line break it. */
const HARD_BREAK = / {2}\n/;

export const hasMarks = (text: string): boolean => WITHIN.test(text) || AT_LINE_START.test(text) || HARD_BREAK.test(text);

/** Of a text without marks. */
export const paragraphs = (text: string): string[] =>
  text
    .trim()
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((paragraph) => paragraph !== "");
