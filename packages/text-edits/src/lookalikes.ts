/** Characters that look the same and are not: no-break spaces, composed letters, curly quotes, what cannot be seen. Matched and named here. */
import { at, codePointOf } from "@edgewright/core";

const SINGLE = /[\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4]/g;
const DOUBLE = /[\u201C-\u201F\u2033]/g;
const DASH = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const SPACE = /[\p{Zs}\u2028\u2029]/gu;
const UNSEEN = /\p{Cf}/gu;

export const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/** The same text in the plainest characters that look like it. */
export const toPlainCharacters = (text: string): string =>
  isAscii(text)
    ? text
    : text.normalize("NFC").replace(UNSEEN, "").replace(SPACE, " ").replace(SINGLE, "'").replace(DOUBLE, '"').replace(DASH, "-");

/** Which kind of unusual character a unit is or has; `null` for the usual ones. */
export function oddityOf(unit: string): string | null {
  if (isAscii(unit)) return null;
  if (/\p{Cf}/u.test(unit)) return "unseen";
  const plain = toPlainCharacters(unit);
  if (!isAscii(plain)) return null;
  return plain === '"' ? "'" : plain;
}

/** Letters of other scripts that look like Latin ones; they are never taken for those, only pointed out. */
const FOREIGN = "аеорсухіјѕԁһԛԝвкмнтАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι";
const LATIN = "aeopcyxijsdhqwbkmhtABEKMHOPCTYXIJSABEZHIKMNOPTYXovi";
const AS_LATIN = new Map([...FOREIGN].map((letter, index) => [letter, at(LATIN, index)]));

/** What the text looks like, for finding what was meant. */
export const looksLike = (text: string): string =>
  isAscii(text) ? text : [...toPlainCharacters(text)].map((letter) => AS_LATIN.get(letter) ?? letter).join("");

/** Pieces that are seen as one character each. */
export const unitsOf = (text: string): string[] => text.match(/[\s\S][\p{M}\p{Cf}]*/gu) ?? [];

const NAMES: Record<string, string> = {
  " ": "a space",
  "\t": "a tab",
  "\u00A0": "a no-break space",
  "\u202F": "a narrow no-break space",
  "\u2009": "a thin space",
  "\u3000": "an ideographic space",
  "\u00AD": "a soft hyphen",
  "\u200B": "a zero-width space",
  "\u200C": "a zero-width non-joiner",
  "\u200D": "a zero-width joiner",
  "\u200E": "a left-to-right mark",
  "\u200F": "a right-to-left mark",
  "\u2060": "a word joiner",
  "\uFEFF": "a byte order mark",
  "\u2018": "a curly quote ‘",
  "\u2019": "a curly quote ’",
  "\u201C": "a curly quote “",
  "\u201D": "a curly quote ”",
  "\u2010": "a hyphen that is not the usual one",
  "\u2011": "a no-break hyphen",
  "\u2013": "an en dash –",
  "\u2014": "an em dash —",
  "\u2212": "a minus sign −",
  "\u2026": "an ellipsis …",
};

const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Cyrillic}/u, "Cyrillic"],
  [/\p{Script=Greek}/u, "Greek"],
];

/** How a unit is called in a sentence, with the code of each character that it is made of. */
export function nameOf(unit: string | undefined): string {
  if (unit === undefined) return "nothing";
  const characters = [...unit];
  const codes = characters.map(codePointOf).join(" ");
  const [base = "", follower, ...more] = characters;
  if (follower && /^\p{M}+$/u.test(follower + more.join(""))) return `${unit}, made of ${characters.length} characters (${codes})`;
  if (follower) return `${NAMES[base] ?? base} followed by ${NAMES[follower] ?? "an unseen character"} (${codes})`;
  const script = SCRIPTS.find(([pattern]) => pattern.test(unit))?.[1];
  return `${NAMES[unit] ?? unit} (${script ? `${script}, ` : ""}${codes})`;
}

/** Where two lines first differ, if that is in a character that is easily taken for another one: said for a model. */
export function differingCharacter(written: string, real: string): string | null {
  if (isAscii(written) && isAscii(real)) return null;
  const [mine, own] = [unitsOf(written), unitsOf(real)];
  const at = own.findIndex((unit, index) => unit !== mine[index]);
  const place = at < 0 ? own.length : at;
  const [asked, there] = [mine[place], own[place]];
  if (asked === there || (isAscii(asked ?? "") && isAscii(there ?? ""))) return null;
  return `At character ${place + 1} of ${JSON.stringify(toPlainCharacters(real).slice(0, 60))} the search text has ${nameOf(asked)} and the file ${nameOf(there)}.`;
}
