/** A file as the applier works on it: line feeds only, no byte order mark, an end of line at its end; and the way back to the file's own bytes. */
import { at } from "@edgewright/core";

/** Replaces `[start, end)` of the working text. */
export type Change = { start: number; end: number; text: string };

const BOM = "\uFEFF";

/** What a model wrote, with line feeds only: the file's own line ends are put in later. */
export const withLineFeeds = (text: string): string => {
  const body = text.startsWith(BOM) ? text.slice(1) : text;
  return body.includes("\r\n") ? body.replaceAll("\r\n", "\n") : body;
};

export class FileText {
  readonly flat: string;
  private readonly body: string;
  private readonly bom: string;
  private readonly endsOpen: boolean;
  private found: readonly number[] | null = null;
  /** Of each CRLF: the offset of its line feed in `flat`. */
  private readonly crlf: number[] = [];

  constructor(original: string) {
    this.bom = original.startsWith(BOM) ? BOM : "";
    this.body = original.slice(this.bom.length);
    this.endsOpen = this.body !== "" && !this.body.endsWith("\n");
    for (let at = this.body.indexOf("\r\n"); at >= 0; at = this.body.indexOf("\r\n", at + 2)) this.crlf.push(at - this.crlf.length);
    this.flat = withLineFeeds(this.body) + (this.endsOpen ? "\n" : "");
  }

  private get starts(): readonly number[] {
    this.found ??= startsOf(this.flat);
    return this.found;
  }

  get lineCount(): number {
    return this.starts.length - 1;
  }

  /** Where a line starts, by its index from 0. The line after the last one starts where the text ends. */
  startOf(index: number): number {
    return this.starts[index] ?? this.flat.length;
  }

  /** Where a line ends, without its end of line. */
  endOf(index: number): number {
    return this.startOf(index + 1) - 1;
  }

  /** A line by its index from 0, without its end. */
  line(index: number): string {
    return this.flat.slice(this.startOf(index), this.endOf(index));
  }

  /** The number of the line, from 1, that holds an offset. */
  lineOf(offset: number): number {
    return below(this.starts, offset + 1);
  }

  /** The file after changes that do not overlap and are in order. Every byte outside them is the file's own. */
  with(changes: readonly Change[]): string {
    let result = this.bom;
    let from = 0;
    for (const { start, end, text } of changes) {
      result += this.body.slice(from, this.own(start)) + (this.isCrlfAt(start) ? text.replaceAll("\n", "\r\n") : text);
      from = this.own(end);
    }
    return this.withEnd(result + this.body.slice(from));
  }

  private own(offset: number): number {
    return Math.min(offset + below(this.crlf, offset), this.body.length);
  }

  /** New lines end as the line does at which they are put in, or else the one before it. */
  private isCrlfAt(offset: number): boolean {
    if (this.crlf.length === 0) return false;
    const end = this.flat.indexOf("\n", offset);
    const isVirtual = end < 0 || (this.endsOpen && end === this.flat.length - 1);
    const at = isVirtual ? this.flat.lastIndexOf("\n", Math.max(0, offset - 1)) : end;
    return this.crlf[below(this.crlf, at)] === at;
  }

  private withEnd(text: string): string {
    if (this.body === "") return text;
    if (!this.endsOpen)
      return text.length === this.bom.length || text.endsWith("\n") ? text : text + (this.crlf.length > 0 ? "\r\n" : "\n");
    let end = text.length;
    while (text[end - 1] === "\n") end -= text[end - 2] === "\r" ? 2 : 1;
    return text.slice(0, end);
  }
}

/** Offsets at which lines start, and at last the end of the text. */
function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of these ascending numbers are less than `value`. */
export function below(ascending: ArrayLike<number>, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(ascending, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
