/** How words of a task are found in texts, names and labels. Used in Node and, bundled, in the page. */

/** The words as whole words in whatever case; null where they are not a regular expression. */
export function matches(words: string): RegExp | null {
  try {
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu");
  } catch {
    return null;
  }
}

/** For words that the task's schema has let through. */
export function pattern(words: string): RegExp {
  const found = matches(words);
  if (!found) throw new Error(`"${words}" is not a regular expression`);
  return found;
}

/** The words and nothing else, but for the marks of a required field. */
export const whole = (words: string): RegExp => new RegExp(`^\\s*(?:${words})\\s*[*:]?\\s*$`, "iu");

const NUMBER = /\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?/g;

/** The numbers in a text, without their signs. */
export const numbersIn = (text: string): number[] =>
  (text.match(NUMBER) ?? []).map((found) => {
    const grouped = /^\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?$/.test(found);
    return Number(grouped ? found.replace(/[,'’\u00a0\u202f]/g, "") : found.replace(",", "."));
  });
