/**
 * One edit at the place it belongs to: rows that search and replacement have in common keep the file's bytes, and only what
 * changes takes the replacement's. Blank lines are merged three ways, as models lose and add them.
 */

import { at } from "@edgewright/core";
import { BlankLines } from "./blank-lines.ts";
import type { Block, DiffChunk } from "./block.ts";
import { alignRows, type EditRows, type NewRow, type PlacedRow } from "./edit-rows.ts";
import type { Change, FileText } from "./file-text.ts";
import { restyle } from "./restyle.ts";

export type PlacedEdit = {
  search: { rows: readonly PlacedRow[]; blanks: Block["blanks"] };
  replace: Block;
};

/** `doubt` says what cannot be known. */
export type MergeResult = { changes: Change[] } | { doubt: string };

export function mergeEdit(file: FileText, { search, replace }: PlacedEdit, fileUnit: () => number): MergeResult {
  const olds = search.rows.map((row) => ({ ...row, real: file.line(row.line) }));
  const block = { rows: search.rows.map(({ written }) => written), blanks: search.blanks };
  return new EditMerge(file, alignRows(block, replace, olds), fileUnit).run();
}

const LOST_BLANKS = "where its blank lines belong cannot be told";

class EditMerge {
  private readonly file: FileText;
  private readonly rows: EditRows;
  private readonly styled: (row: NewRow) => string | null;
  private readonly blanks: BlankLines;
  /** What stands at the place afterwards: lines of the file by their index, and new ones. */
  private readonly lines: (number | string)[] = [];
  private doubt: string | null = null;
  private readonly hasSpaceOnBlanks: boolean;

  constructor(file: FileText, rows: EditRows, fileUnit: () => number) {
    this.file = file;
    this.rows = rows;
    this.styled = restyle(file, rows, fileUnit);
    this.blanks = new BlankLines(file, rows);
    this.hasSpaceOnBlanks = rows.search.blanks.some((lines) => lines.some((line) => line !== ""));
  }

  run(): MergeResult {
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
    return this.rows.olds.slice(from, to).some(({ elided }) => elided);
  }

  private put(stretch: DiffChunk, joined: boolean): void {
    const { from, to, newFrom, newTo } = stretch;
    const pairwise = to - from === newTo - newFrom;
    if (!pairwise && !this.blanks.canTakeNew(stretch)) this.doubt ??= LOST_BLANKS;
    for (const [index, row] of this.rows.news.slice(newFrom, newTo).entries()) {
      const [old, now] = [from + index, newFrom + index];
      if (index > 0 && !pairwise) this.blank(null, now, this.writtenBlanks(now).length);
      else if (index > 0 || !joined) this.blank(old, now, this.blanks.between(old, now));
      if (row.mate?.elided) this.lines.push(row.mate.line);
      else this.row(row);
    }
  }

  private row(row: NewRow): void {
    const text = this.styled(row);
    if (text === null) this.doubt ??= "how far its lines are to be indented, or with which quotes, cannot be told";
    else if (row.mate && text.trimEnd() === row.mate.real.trimEnd()) this.lines.push(row.mate.line);
    else this.lines.push(text);
  }

  /** Blank lines before row `old` of the search: the file's own where as many as before stay, or else those before row `row` of the replacement. */
  private blank(old: number | null, row: number, count: number | null | undefined): void {
    if (count === null || count === undefined) {
      this.doubt ??= LOST_BLANKS;
      return;
    }
    const own = old === null ? [] : this.blanks.linesBefore(old);
    const written = this.hasSpaceOnBlanks ? [] : this.writtenBlanks(row);
    const isNew = written.length === count && (own.length !== count || written.some((line) => line !== ""));
    for (let index = 0; index < count; index++) this.lines.push((isNew ? written[index] : own[index]) ?? "");
  }

  private writtenBlanks(row: number): readonly string[] {
    return at(this.rows.replace.blanks, row);
  }

  private changes(): Change[] {
    const { file } = this;
    const changes: Change[] = [];
    let next = this.blanks.first;
    let text = "";
    const upTo = (line: number): void => {
      if (line > next || text !== "") changes.push({ start: file.startOf(next), end: file.startOf(line), text });
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
