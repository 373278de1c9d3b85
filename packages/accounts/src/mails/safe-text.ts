/** Text that people chose, such as names, as a mail may show it: one line, short, and nothing that a mail program would act on. Used by every mail. */

/** Line breaks and other control characters end a header; marks of direction turn what stands around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

const LINE_MAX = 60;

export function safeText(text: string, max = LINE_MAX): string {
  // What is thousands of characters long is cut before it is looked at.
  const line = text
    .slice(0, max * 20)
    .replaceAll(UNSEEN, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const characters = Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(line), ({ segment }) => segment);
  const cut = characters.length > max ? `${characters.slice(0, max).join("").trimEnd()}…` : line;
  return cut.length > max * 8 ? `${[...cut].slice(0, max).join("")}…` : cut;
}

/** A name that reads like an address is not to become a link: a word joiner, which nobody sees, keeps it apart. */
export const shownName = (name: string): string => safeText(name).replaceAll(/([./:@])(?=\S)/g, "$1\u2060");

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

export const shownTime = (at: number): string => `${DATE.format(at)} UTC`;
