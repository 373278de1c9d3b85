/**
 * How many blank lines stand between the rows of an edited place: merged from the search text, the replacement and the file,
 * since models lose and add them. `null` where that cannot be known. Used by the merge of one edit.
 */

import type { Stretch } from "./block.ts";
import type { FileText } from "./file-text.ts";
import { isBlank } from "./line-likeness.ts";
import type { Rows } from "./rows.ts";

export class BlankLines {
  private readonly file: FileText;
  private readonly at: readonly number[];
  private readonly written: readonly number[];
  private readonly now: readonly number[];
  /** In the file, before each row of the search and after the last. */
  private readonly real: readonly number[];

  constructor(file: FileText, at: readonly number[], { search, replace }: Rows) {
    this.file = file;
    this.at = at;
    this.written = search.gaps;
    this.now = replace.gaps;
    this.real = [this.run(at[0]! - 1, -1), ...at.slice(1).map((line, index) => line - at[index]! - 1), this.run(at.at(-1)! + 1, 1)];
  }

  /** The first line of the place, blank lines before it included. */
  get first(): number {
    return this.at[0]! - this.real[0]!;
  }

  /** The line after the place, blank lines behind it included. */
  get end(): number {
    return this.at.at(-1)! + 1 + this.real.at(-1)!;
  }

  linesBefore(old: number): number[] {
    const start = old === 0 ? this.first : this.at[old - 1]! + 1;
    return Array.from({ length: this.real[old]! }, (_, index) => start + index);
  }

  /** Before row `old` of the search, which is row `row` of the replacement or is replaced by it. */
  between(old: number, row: number): number | null {
    const [written, now, real] = [this.written[old]!, this.now[row]!, this.real[old]!];
    // A blank line that only the model has, before and after, may be a slip or be what is new.
    if (written === now && written > real && !this.isEdge(old)) return null;
    if (written === now || now === real) return real;
    if (written === real) return now;
    return this.isEdge(old) && written < real ? this.atEdge(old, now) : null;
  }

  /** Whether the blank lines within rows that become other rows are those of the replacement: not if the model lost some of the file's. */
  canTakeNew({ from, to, newFrom, newTo }: Stretch): boolean {
    if (newTo - newFrom < 2) return true;
    const inner = (gaps: readonly number[], first: number, end: number) => gaps.slice(first + 1, end);
    const [written, real] = [inner(this.written, from, to), inner(this.real, from, to)];
    return written.every((count, index) => count >= real[index]!) || inner(this.now, newFrom, newTo).some((count) => count > 0);
  }

  /** Before and after rows `[from, to)` of the replacement, which are put in before row `old` of the search. */
  aroundNew(old: number, from: number, to: number): [number, number] | null {
    const [written, real] = [this.written[old]!, this.real[old]!];
    const [before, after] = [this.now[from]!, this.now[to]!];
    if (old === 0) {
      if (written > real) return before === written ? [real, after] : null;
      return [this.atEdge(old, before), after];
    }
    if (old === this.at.length) {
      if (written > real) return after === written ? [before, real] : null;
      return [before, this.atEdge(old, after)];
    }
    const literal = written === real || (written < real ? before + after > written : before + after === 0);
    return literal ? [before, after] : null;
  }

  /** Where rows `[from, to)` of the search stood, before row `row` of the replacement. */
  afterDeletion(from: number, to: number, row: number): number | null {
    const now = this.now[row]!;
    const [starts, ends] = [from === 0, to === this.at.length];
    if (starts && ends) {
      const around = this.beyond(from) + this.beyond(to);
      return this.written[from] === 0 || this.written[to] === 0 ? Math.max(around, now) : around + now;
    }
    const sides = [from, to].filter((old) => !this.isEdge(old));
    const written = sides.reduce((sum, old) => sum + this.written[old]!, 0);
    const real = sides.reduce((sum, old) => sum + this.real[old]!, 0);
    const exact = sides.every((old) => this.written[old] === this.real[old]);
    if (!exact && (now === 0 ? real > written : now > Math.max(...sides.map((old) => this.real[old]!)))) return null;
    return starts || ends ? this.atEdge(starts ? from : to, now) : now;
  }

  /** A search text need not hold all the blank lines that stand before its first row or after its last. */
  private atEdge(old: number, now: number): number {
    return this.written[old] === 0 ? Math.max(this.real[old]!, now) : this.beyond(old) + now;
  }

  private beyond(old: number): number {
    return Math.max(0, this.real[old]! - this.written[old]!);
  }

  private isEdge(old: number): boolean {
    return old === 0 || old === this.at.length;
  }

  private run(from: number, step: 1 | -1): number {
    let line = from;
    while (line >= 0 && line < this.file.lineCount && isBlank(this.file.line(line))) line += step;
    return Math.abs(line - from);
  }
}
