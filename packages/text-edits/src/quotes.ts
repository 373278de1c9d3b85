/** Which quotes a file has where the model wrote others: learnt from the lines that both have, apart for JSX attributes and for all else. */
import { at } from "@edgewright/core";

type Quote = "'" | '"' | "`";
type Place = "attribute" | "code";
type Text = { place: Place; quote: Quote; text: string };

const QUOTE = /["'`]/;

const STRINGS = /(=?)(["'`])((?:(?!\2)[^\\\n]|\\.)*)\2/g;

/** Lines longer than this are data. */
const LINE_MAX = 2_000;

const stringsOf = (line: string): Text[] =>
  line.length > LINE_MAX
    ? []
    : [...line.matchAll(STRINGS)].map(([, equals = "", quote, text = ""]) => ({ place: placeOf(equals), quote: quote as Quote, text }));

const placeOf = (equals: string): Place => (equals === "=" ? "attribute" : "code");

export class QuoteStyle {
  private readonly seen = new Map<string, Set<Quote>>();

  private readonly file: string;
  private counts: Record<"'" | '"', number> | null = null;

  constructor(file: string) {
    this.file = file;
  }

  /** Whether lines differ in more than the quotes of strings, such as in apostrophes: then no quote is rewritten. */
  private unsure = false;

  /** A line as written, and as it is in the file. */
  learn(written: string, real: string): void {
    if (QUOTE.test(written) && !this.compare(stringsOf(written), stringsOf(real))) this.unsure ||= written !== real;
  }

  private compare(mine: readonly Text[], theirs: readonly Text[]): boolean {
    if (mine.length !== theirs.length) return false;
    const pairs = mine.map((written, index) => ({ written, real: at(theirs, index) }));
    if (pairs.some(({ written, real }) => written.text !== real.text)) return false;
    for (const { written, real } of pairs) {
      const key = written.place + written.quote;
      this.seen.set(key, (this.seen.get(key) ?? new Set()).add(real.quote));
    }
    return true;
  }

  /** Whether the model wrote other quotes than the file has anywhere. */
  get differ(): boolean {
    return [...this.seen].some(([key, quotes]) => [...quotes].some((quote) => quote !== key.slice(-1)));
  }

  /** Whether these lines have quotes that the model's own text would have written otherwise. */
  isFilesOwn(lines: readonly string[]): boolean {
    const real = new Set<string>();
    for (const [key, quotes] of this.seen) {
      const [place, written] = [key.slice(0, -1), key.slice(-1)];
      for (const quote of quotes) if (quote !== written) real.add(place + quote);
    }
    return lines.some((line) => stringsOf(line).some(({ place, quote }) => real.has(place + quote)));
  }

  /** The line with the file's quotes; `null` where they are not known. With `sure`, the caller knows that the file has other quotes, so each kind must have been seen. */
  rewrite(line: string, sure: boolean): string | null {
    if (!QUOTE.test(line)) return line;
    if (this.unsure) return null;
    if (line.length > LINE_MAX) return line;
    let isKnown = true;
    const now = line.replace(STRINGS, (whole: string, equals: string, quote: string, text: string) => {
      const [real, other] = [...(this.seen.get(placeOf(equals) + quote) ?? [])];
      const isStrange = real === undefined && equals !== "=" && quote !== "`" && (sure || !this.isUsual(quote));
      if (other !== undefined || isStrange) isKnown = false;
      return real === undefined || text.includes(real) ? whole : equals + real + text + real;
    });
    return isKnown ? now : null;
  }

  /** Whether code of the file has such quotes about as often as the other ones. */
  private isUsual(quote: string): boolean {
    this.counts ??= countQuotes(this.file);
    const other = quote === '"' ? "'" : '"';
    return this.counts[quote as "'" | '"'] * 4 >= this.counts[other];
  }
}

/** Strings that hold no other quote, outside of JSX attributes. */
function countQuotes(file: string): Record<"'" | '"', number> {
  const counts = { "'": 0, '"': 0 };
  for (const line of file.split("\n")) {
    for (const { place, quote, text } of QUOTE.test(line) ? stringsOf(line) : []) {
      if (place === "code" && quote !== "`" && !QUOTE.test(text)) counts[quote]++;
    }
  }
  return counts;
}
