/** How texts are compared by search, filters, sorting and uniqueness: without case, accents, ways of composing a letter, and how much space there is. */

/** Marks that are written on a letter. In other scripts a mark makes another letter of it, as が of か or कि of क; those stay. */
const ACCENT = /(?=\p{Mn})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** More marks in a row than any script has. Bringing them into their order takes time by the square of their number. */
const MARKS = /(\p{M}{30})\p{M}+/gu;
/** Letters that Unicode does not take apart, though people type the plain one. */
const PLAIN = new Map(Object.entries({ ς: "σ", ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", þ: "th", ß: "ss", æ: "ae", œ: "oe" }));
const SPECIAL = new RegExp(`[${[...PLAIN.keys()].join("")}]`, "gu");

export function fold(text: string): string {
  const bounded = text.replace(MARKS, (_, kept: string) => kept);
  // By way of upper case, so that ı is i.
  const plain = withoutMarks(withoutMarks(bounded).toUpperCase().toLowerCase()).replace(SPECIAL, (letter) => PLAIN.get(letter) ?? letter);
  return plain.replace(/\s+/gu, " ").trim().normalize("NFC") || text;
}

const withoutMarks = (text: string) => text.normalize("NFKD").replace(INVISIBLE, "").replace(ACCENT, "");
