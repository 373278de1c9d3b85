/**
 * One edit at the place it belongs to: rows that search and replacement have in common keep the file's bytes, and only what
 * changes takes the replacement's. Blank lines are merged three ways, as models lose and add them.
 */

import { BlankLines } from "./blank-lines.ts";
import type { Block, Stretch } from "./block.ts";
import type { Change, FileText } from "./file-text.ts";
import { restyle } from "./restyle.ts";
import { type Rows, rowsOf } from "./rows.ts";

export type Placed = {
  search: Block;
  replace: Block;
  /** The file's line, from 0, of each row of the search. */
  at: readonly number[];
  elided: ReadonlySet<number>;
};

/** `doubt` says what cannot be known. */
export type Merged = { changes: Change[] } | { doubt: string };

export function mergeEdit(file: FileText, placed: Placed, fileUnit: () => number): Merged {
  const { search, replace, at, elided } = placed;
  const own = at.map((line) => file.line(line));
  return new Merge(file, at, rowsOf(search, replace, own, elided), fileUnit).run();
}

const LOST_BLANKS = "where its blank lines belong cannot be told";

class Merge {
  private readonly file: FileText;
  private readonly at: readonly number[];
  private readonly rows: Rows;
  private readonly styled: (row: number) => string | null;
  private readonly blanks: BlankLines;
  /** What stands at the place afterwards: lines of the file by their index, and new ones. */
  private readonly lines: (number | string)[] = [];
  private doubt: string | null = null;
  private readonly hasSpaceOnBlanks: boolean;

  constructor(file: FileText, at: readonly number[], rows: Rows, fileUnit: () => number) {
    this.file = file;
    this.at = at;
    this.rows = rows;
    this.styled = restyle(file, rows, fileUnit);
    this.blanks = new BlankLines(file, at, rows);
    this.hasSpaceOnBlanks = rows.search.blanks.some((lines) => lines.some((line) => line !== ""));
  }

  run(): Merged {
    let joined = false;
    for (const stretch of this.rows.stretches) {
      const { from, to, newFrom, newTo } = stretch;
      const inserts = from === to;
      const deletes = newFrom === newTo;
      if (!stretch.same && this.leavesOut(from, to)) this.doubt ??= "it leaves out lines that the replacement does not have";
      if (inserts) {
        const around = this.blanks.aroundNew(from, newFrom, newTo);
        this.blank(from, newFrom, around?.[0]);
        this.put(stretch, true);
        this.blank(from, newTo, around?.[1]);
      } else if (deletes) this.blank(from, newFrom, this.blanks.afterDeletion(from, to, newFrom));
      else this.put(stretch, joined);
      joined = inserts || deletes;
    }
    const { search, replace } = this.rows;
    if (!joined) {
      const [old, row] = [search.rows.length, replace.rows.length];
      this.blank(old, row, this.blanks.between(old, row));
    }
    return this.doubt === null ? { changes: this.changes() } : { doubt: this.doubt };
  }

  private leavesOut(from: number, to: number): boolean {
    for (let old = from; old < to; old++) if (this.rows.elided.has(old)) return true;
    return false;
  }

  private put(stretch: Stretch, joined: boolean): void {
    const { same, from, to, newFrom, newTo } = stretch;
    const pairwise = to - from === newTo - newFrom;
    if (!pairwise && !this.blanks.canTakeNew(stretch)) this.doubt ??= LOST_BLANKS;
    for (let row = newFrom; row < newTo; row++) {
      const old = from + row - newFrom;
      if (row > newFrom && !pairwise) this.blank(-1, row, this.rows.replace.gaps[row]!);
      else if (row > newFrom || !joined) this.blank(old, row, this.blanks.between(old, row));
      if (same && this.rows.elided.has(old)) this.lines.push(this.at[old]!);
      else this.row(row, same ? old : -1);
    }
  }

  private row(row: number, old: number): void {
    const text = this.styled(row);
    if (text === null) this.doubt ??= "how far its lines are to be indented, or with which quotes, cannot be told";
    else if (old >= 0 && text.trimEnd() === this.rows.own[old]!.trimEnd()) this.lines.push(this.at[old]!);
    else this.lines.push(text);
  }

  /** Blank lines before row `old` of the search: the file's own where as many as before stay, or else those before row `row` of the replacement. */
  private blank(old: number, row: number, count: number | null | undefined): void {
    if (count === null || count === undefined) {
      this.doubt ??= LOST_BLANKS;
      return;
    }
    const own = old >= 0 ? this.blanks.linesBefore(old) : [];
    const written = this.hasSpaceOnBlanks ? [] : this.rows.replace.blanks[row]!;
    const isNew = written.length === count && (own.length !== count || written.some((line) => line !== ""));
    for (let index = 0; index < count; index++) this.lines.push((isNew ? written[index] : own[index]) ?? "");
  }

  private changes(): Change[] {
    const { starts } = this.file;
    const changes: Change[] = [];
    let next = this.blanks.first;
    let text = "";
    const upTo = (line: number): void => {
      if (line > next || text !== "") changes.push({ start: starts[next]!, end: starts[line]!, text });
      text = "";
    };
    for (const line of this.lines) {
      if (typeof line === "string" || line < next) text += `${typeof line === "string" ? line : ""}\n`;
      else {
        upTo(line);
        next = line + 1;
      }
    }
    upTo(this.blanks.end);
    return changes;
  }
}
