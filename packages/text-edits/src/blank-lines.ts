/**
 * How many blank lines stand between the rows of an edited place: merged from the search text, the replacement and the file,
 * since models lose and add them. `null` where that cannot be known. Used by the merge of one edit.
 */

import { at, first, last } from "@edgewright/core";
import type { DiffChunk } from "./block.ts";
import type { EditRows } from "./edit-rows.ts";
import type { FileText } from "./file-text.ts";
import { isBlank } from "./line-likeness.ts";

type Gap = {
  /** In the search text. */
  written: number;
  /** In the file. */
  real: number;
  /** The line of the file at which it starts. */
  start: number;
};

export class BlankLines {
  /** Before each row of the search and after the last. */
  private readonly gaps: readonly Gap[];
  /** Before each row of the replacement and after the last. */
  private readonly news: readonly number[];

  constructor(file: FileText, { search, replace, olds }: EditRows) {
    const lines = olds.map(({ line }) => line);
    const around = [nextFilled(file, first(lines), -1), ...lines, nextFilled(file, last(lines), 1)];
    this.gaps = search.blanks.map(({ length: written }, index) => {
      const start = at(around, index) + 1;
      return { written, start, real: at(around, index + 1) - start };
    });
    this.news = replace.blanks.map(({ length }) => length);
  }

  /** The first line of the place, blank lines before it included. */
  get first(): number {
    return first(this.gaps).start;
  }

  /** The line after the place, blank lines behind it included. */
  get end(): number {
    const { start, real } = last(this.gaps);
    return start + real;
  }

  linesBefore(old: number): number[] {
    const { start, real } = at(this.gaps, old);
    return Array.from({ length: real }, (_, index) => start + index);
  }

  /** Before row `old` of the search, which is row `row` of the replacement or is replaced by it. */
  between(old: number, row: number): number | null {
    const { written, real } = at(this.gaps, old);
    const now = at(this.news, row);
    // Where search text and replacement both have a blank line that the file has not, the model may want it or may have slipped.
    if (written === now && written > real && !this.isEdge(old)) return null;
    if (written === now || now === real) return real;
    if (written === real) return now;
    return this.isEdge(old) && written < real ? this.atEdge(old, now) : null;
  }

  /** Whether the blank lines within rows that become other rows are those of the replacement: not if the model lost some of the file's. */
  canTakeNew({ from, to, newFrom, newTo }: DiffChunk): boolean {
    if (newTo - newFrom < 2) return true;
    const losesNone = this.gaps.slice(from + 1, to).every(({ written, real }) => written >= real);
    return losesNone || this.news.slice(newFrom + 1, newTo).some((count) => count > 0);
  }

  /** Before and after rows `[from, to)` of the replacement, which are put in before row `old` of the search. */
  aroundNew(old: number, from: number, to: number): [number, number] | null {
    const { written, real } = at(this.gaps, old);
    const [before, after] = [at(this.news, from), at(this.news, to)];
    if (old === 0) {
      if (written > real) return before === written ? [real, after] : null;
      return [this.atEdge(old, before), after];
    }
    if (old === this.gaps.length - 1) {
      if (written > real) return after === written ? [before, real] : null;
      return [before, this.atEdge(old, after)];
    }
    const literal = written === real || (written < real ? before + after > written : before + after === 0);
    return literal ? [before, after] : null;
  }

  /** Where rows `[from, to)` of the search stood, before row `row` of the replacement. */
  afterDeletion(from: number, to: number, row: number): number | null {
    const now = at(this.news, row);
    const [starts, ends] = [from === 0, to === this.gaps.length - 1];
    if (starts && ends) {
      const around = this.beyond(from) + this.beyond(to);
      return at(this.gaps, from).written === 0 || at(this.gaps, to).written === 0 ? Math.max(around, now) : around + now;
    }
    const sides = [from, to].filter((old) => !this.isEdge(old)).map((old) => at(this.gaps, old));
    const written = sides.reduce((sum, gap) => sum + gap.written, 0);
    const real = sides.reduce((sum, gap) => sum + gap.real, 0);
    const exact = sides.every((gap) => gap.written === gap.real);
    if (!exact && (now === 0 ? real > written : now > Math.max(...sides.map((gap) => gap.real)))) return null;
    return starts || ends ? this.atEdge(starts ? from : to, now) : now;
  }

  /** A search text need not hold all the blank lines that stand before its first row or after its last. */
  private atEdge(old: number, now: number): number {
    const { written, real } = at(this.gaps, old);
    return written === 0 ? Math.max(real, now) : this.beyond(old) + now;
  }

  private beyond(old: number): number {
    const { written, real } = at(this.gaps, old);
    return Math.max(0, real - written);
  }

  private isEdge(old: number): boolean {
    return old === 0 || old === this.gaps.length - 1;
  }
}

/** The nearest line, from one that is not blank, that is not blank either; or the first or last one there is not. */
function nextFilled(file: FileText, from: number, step: 1 | -1): number {
  let line = from + step;
  while (line >= 0 && line < file.lineCount && isBlank(file.line(line))) line += step;
  return line;
}
