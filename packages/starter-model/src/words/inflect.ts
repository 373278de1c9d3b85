/** Words in their singular and plural, and as names in code and on the screen. */
import pluralize from "pluralize";

for (const word of ["feedback", "equipment", "staff", "inventory", "stock", "furniture", "software", "hardware", "homework", "research"]) {
  pluralize.addUncountableRule(word);
}
pluralize.addIrregularRule("okr", "okrs");
pluralize.addIrregularRule("bonus", "bonuses");
pluralize.addIrregularRule("virus", "viruses");
pluralize.addIrregularRule("campus", "campuses");
pluralize.addIrregularRule("person", "people");
pluralize.addSingularRule(/(menu|bus|status|canvas|atlas|lens|gas)$/i, "$1");

const onLastWord = (phrase: string, change: (word: string) => string): string => {
  const words = phrase.trim().split(/\s+/);
  return [...words.slice(0, -1), change(words.at(-1) ?? "")].join(" ");
};

export const singular = (phrase: string): string => onLastWord(phrase, (word) => pluralize.singular(word));
export const plural = (phrase: string): string => onLastWord(phrase, (word) => pluralize.plural(word));

/** `SKU` and `OKRs` keep their capitals, `Title` does not. */
const isAcronym = (word: string): boolean => /^[A-Z0-9]{2,}s?$/.test(word) || /[a-z][A-Z]/.test(word);

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A phrase inside a sentence: `Key Results` reads "key results". */
export const inSentence = (phrase: string): string =>
  phrase
    .trim()
    .split(/\s+/)
    .map((word) => (isAcronym(word) ? word : word.toLowerCase()))
    .join(" ");

/** A phrase as a label: `due date` reads "Due date". */
export const asLabel = (phrase: string): string => upperFirst(inSentence(phrase));

const wordsOf = (phrase: string): string[] =>
  phrase
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['’]/g, "")
    .replace(/([a-z0-9])([A-Z])(?![A-Z]*s?\b)/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);

export const pascalCase = (phrase: string): string =>
  wordsOf(phrase)
    .map((word) => upperFirst(word.toLowerCase()))
    .join("")
    .replace(/^(\d)/, "No$1");

/** A name for code and for stored values: starts with a letter, has letters and digits only, and is not too long. */
export const camelCase = (phrase: string): string => lowerFirst(pascalCase(phrase)).slice(0, 60) || "item";

export const kebabCase = (phrase: string): string => wordsOf(phrase).join("-").toLowerCase();
