/** Which other language than English a text is in, told by its script or by the words that hold its sentences together. */
import { ENGLISH, LANGUAGES } from "../knowledge/languages.ts";

/** A key of `LANGUAGES`; `null` for English, and for names and figures that are of no language. */
export function languageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, { script }] of Object.entries(LANGUAGES))
    if (script && (text.match(script)?.length ?? 0) > (language === "ja" ? letters / 5 : letters / 2)) return language;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
  const counts = Object.entries(LANGUAGES).map(([language, { words: known }]) => ({ language, count: count(known) }));
  const most = counts.reduce((best, other) => (other.count > best.count ? other : best));
  return most.count > count(ENGLISH) && most.count >= words.length / 8 ? most.language : null;
}
