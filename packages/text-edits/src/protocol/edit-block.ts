/** Search and replace blocks for one file: all of them are whole, or none is taken. */
import type { Edit } from "../edit.ts";
import { type Block, done, more, type ProtocolEvent, type TakenLine } from "./events.ts";
import { fenceOf, searchMark, withoutEnd } from "./marks.ts";

/** Reads `<<<<<<< SEARCH … ======= … >>>>>>> REPLACE`; the three marks of a block have the same number of signs, so that more of them let others stand within. */
export class EditLines {
  readonly edits: Edit[] = [];
  problem: string | null = null;
  private size = 0;
  private search: string[] = [];
  private replace: string[] | null = null;

  get isOpen(): boolean {
    return this.size > 0;
  }

  take(line: string): void {
    const mark = withoutEnd(line).trimEnd();
    if (this.size === 0) this.between(mark);
    else if (mark === "=".repeat(this.size) && this.replace === null) this.replace = [];
    else if (mark === `${">".repeat(this.size)} REPLACE`) this.close();
    else if (searchMark(mark) === this.size) this.problem ??= "a SEARCH block begins before the one before it has ended";
    else (this.replace ?? this.search).push(line);
  }

  private between(mark: string): void {
    this.size = searchMark(mark);
    if (this.size === 0 && mark.trim() !== "" && !fenceOf(mark))
      this.problem ??= `this line is in none of its blocks: ${mark.slice(0, 200)}`;
  }

  private close(): void {
    if (this.replace === null) this.problem ??= "a block has no ======= between SEARCH and REPLACE";
    else this.edits.push({ search: this.search.join(""), replace: this.replace.join("") });
    this.size = 0;
    this.search = [];
    this.replace = null;
  }

  /** What came of it: the edits, or why there are none. */
  result(path: string | null): ProtocolEvent {
    const fault = this.isOpen ? "its last block has no end" : (this.problem ?? (this.edits.length === 0 ? "it has no SEARCH block" : null));
    if (path === null)
      return { type: "problem", message: 'An edit does not say of which file, so it was not made. Put it into <edit path="…">.' };
    if (fault !== null)
      return { type: "problem", message: `The edit of ${path} was not made: ${fault}. Write it again, each block with its three marks.` };
    return { type: "edit", path, edits: this.edits };
  }
}

/** `<edit path="…">` to `</edit>`. */
export class EditBlock implements Block {
  readonly isShown = false;
  private readonly path: string | null;
  private readonly lines = new EditLines();

  constructor(path: string | null) {
    this.path = path;
  }

  take(line: string): TakenLine {
    if (!this.lines.isOpen && withoutEnd(line).trimEnd() === "</edit>") return done(this.lines.result(this.path));
    this.lines.take(line);
    return more();
  }

  cut(): ProtocolEvent[] {
    return [
      { type: "problem", message: `The edit of ${this.path ?? "a file"} was not finished, so it was not made. Write it again, whole.` },
    ];
  }
}

/** One block that stands alone, below the path of its file. */
export class LoneEdit implements Block {
  readonly isShown = false;
  private readonly path: string | null;
  private readonly lines = new EditLines();

  constructor(path: string | null, mark: string) {
    this.path = path;
    this.lines.take(mark);
  }

  take(line: string): TakenLine {
    this.lines.take(line);
    return this.lines.isOpen ? more() : done(this.lines.result(this.path));
  }

  cut(): ProtocolEvent[] {
    return [
      { type: "problem", message: `The edit of ${this.path ?? "a file"} was not finished, so it was not made. Write it again, whole.` },
    ];
  }
}
