/** The app's files while a job works on them: every change is checked, kept here, put in the open draft and told to the stream. */
import { type Failure, type FileChange, type FileMap, LIMITS, type NewEvent, type Outcome } from "@edgewright/contracts";
import { checkTogether, fail, ok, pathOfFile, pointedFile, textAt, withChanges } from "@edgewright/core";
import { applyEdits, type Edit } from "@edgewright/text-edits";
import { diffLines } from "diff";
import { orClosest, readText } from "../prompt/index.ts";

export type Draft = { write(changes: FileChange[]): Promise<Outcome<unknown>> };

const bytesOf = (text: string) => (text.length > LIMITS.fileBytes ? text.length : new TextEncoder().encode(text).length);

export class WorkingFiles {
  private readonly start: FileMap;
  private files: FileMap;
  private readonly draft: Draft;
  private readonly say: (event: NewEvent) => void;
  private bytes: number;
  private turn = new Map<string, string | null>();
  /** What the turn's files were before it; null: not there. */
  private beforeTurn = new Map<string, string | null>();
  private readonly everChanged = new Set<string>();
  /** Counts changes, so that a write that leaves a file as it was can be told from one that does not. */
  changeCount = 0;

  constructor(files: FileMap, draft: Draft, say: (event: NewEvent) => void) {
    this.start = { ...files };
    this.files = { ...files };
    this.bytes = Object.values(files).reduce((sum, text) => sum + bytesOf(text), 0);
    this.draft = draft;
    this.say = say;
  }

  all(): FileMap {
    return { ...this.files };
  }

  /** Paths of the files that differ from when the work began. */
  changedPaths(): string[] {
    return [...this.everChanged].filter((path) => textAt(this.files, path) !== textAt(this.start, path)).sort();
  }

  /** Forgets the changes so far: the journal entry of a turn holds only its own. */
  beginTurn(): void {
    this.turn = new Map();
    this.beforeTurn = new Map();
  }

  /** Undoes the changes of a turn that is started again. */
  async undoTurn(): Promise<Outcome<string>> {
    const before = [...this.beforeTurn].map(([path, text]) => ({ path, text }));
    const undone = before.length === 0 ? ok("") : await this.put(before, "Taken back.");
    this.beginTurn();
    return undone;
  }

  turnChanges(): FileChange[] {
    return [...this.turn].map(([path, text]) => ({ path, text }));
  }

  /** Takes over what a person changed meanwhile. Their files are theirs: no limit of a turn holds for them. */
  adopt(changes: FileChange[]): Promise<Outcome<string>> {
    this.beginTurn();
    return this.put(changes, "Merged.");
  }

  /** What an earlier consumer of this job had done. */
  restore(changes: FileChange[]): void {
    for (const change of changes) this.keep(change.path, change.text);
  }

  /** The whole text, or lines of it with their numbers. */
  read(raw: string, from?: number, to?: number): Outcome<string> {
    const file = this.text(raw);
    return file.ok ? readText(file.value.path, file.value.text, from, to) : file;
  }

  async write(raw: string, text: string): Promise<Outcome<string>> {
    const path = isText(text) ? this.admit(raw, text) : notText(raw);
    if (!path.ok) {
      this.say({ type: "file.refused", data: { path: raw.slice(0, 200), error: path.error } });
      return path;
    }
    if (textAt(this.files, path.value) === text) return ok(`${path.value} is already like that.`);
    return this.put([{ path: path.value, text }], `Wrote ${path.value}.`);
  }

  async edit(raw: string, edits: Edit[]): Promise<Outcome<string>> {
    const file = this.text(raw);
    if (!file.ok) return this.refuseEdit(raw, file.error);
    const edited = applyEdits(file.value.text, edits);
    if (!edited.ok) return this.refuseEdit(raw, edited.error);
    const { text, notes } = edited.value;
    const written = await this.write(file.value.path, text);
    return written.ok ? ok([written.value, ...notes].join(" ")) : written;
  }

  async rename(rawFrom: string, rawTo: string): Promise<Outcome<string>> {
    const file = this.existing(rawFrom);
    if (!file.ok) return file;
    const { path: from, text } = file.value;
    const to = this.admit(rawTo, text);
    if (!to.ok) return to;
    if (Object.hasOwn(this.files, to.value))
      return fail("conflict", `${to.value} is already there.`, { next: "Choose another name, or delete it first." });
    return this.put(
      [
        { path: from, text: null },
        { path: to.value, text },
      ],
      `Moved ${from} to ${to.value}.`,
    );
  }

  async remove(raw: string): Promise<Outcome<string>> {
    const file = this.existing(raw);
    return file.ok ? this.put([{ path: file.value.path, text: null }], `Deleted ${file.value.path}.`) : file;
  }

  private refuseEdit(raw: string, error: Failure): { ok: false; error: Failure } {
    this.say({ type: "edit.refused", data: { path: raw.slice(0, 200), error } });
    return { ok: false, error };
  }

  private text(raw: string): Outcome<{ path: string; text: string }> {
    const file = this.existing(raw);
    if (!file.ok || !pointedFile(file.value.text)) return file;
    return fail("not_text", `${file.value.path} is a picture or another file that is not text.`, {
      next: "Use it by its address; it can be renamed and deleted.",
    });
  }

  private existing(raw: string): Outcome<{ path: string; text: string }> {
    const path = pathOfFile(this.files, raw);
    if (!path.ok) return path;
    const text = textAt(this.files, path.value);
    if (text !== null) return ok({ path: path.value, text });
    return fail("not_found", `There is no file ${path.value}.`, { next: orClosest(Object.keys(this.files), path.value) });
  }

  private admit(raw: string, text: string): Outcome<string> {
    const path = pathOfFile(this.files, raw);
    if (!path.ok) return path;
    const isNew = !Object.hasOwn(this.files, path.value);
    const old = Object.keys(this.files);
    const together = isNew ? checkTogether([...old, path.value], new Set(old)) : ok(undefined);
    if (!together.ok) return together;
    if (bytesOf(text) > LIMITS.fileBytes) {
      return fail("file_too_large", `${path.value} would have more than ${LIMITS.fileBytes / 1024} KB.`, {
        next: "Split it into smaller files.",
      });
    }
    const before = bytesOf(textAt(this.files, path.value) ?? "");
    if (this.bytes - before + bytesOf(text) > LIMITS.versionBytes) {
      return fail("too_large", `The app would have more than ${LIMITS.versionBytes / 1024 / 1024} MB in all.`, {
        next: "Keep large data out of the code.",
      });
    }
    if (isNew && Object.keys(this.files).length >= LIMITS.filesPerVersion) {
      return fail("too_many_files", `An app holds at most ${LIMITS.filesPerVersion} files.`, {
        next: "Put more into one file, or delete what is not needed.",
      });
    }
    if (!this.turn.has(path.value) && this.turn.size >= LIMITS.filesPerTurn) {
      return fail("too_many_files", `At most ${LIMITS.filesPerTurn} files are written in one turn.`, { next: "Go on in the next turn." });
    }
    return path;
  }

  /** Makes the files what they were at another moment of this job. */
  async reset(files: FileMap): Promise<Outcome<string>> {
    const gone = Object.keys(this.files).filter((path) => !Object.hasOwn(files, path));
    const other = Object.entries(files).filter(([path, text]) => textAt(this.files, path) !== text);
    const changes = [...gone.map((path) => ({ path, text: null })), ...other.map(([path, text]) => ({ path, text }))];
    return changes.length === 0 ? ok("") : this.put(changes, "Set back.");
  }

  private async put(changes: FileChange[], done: string): Promise<Outcome<string>> {
    const written = await this.draft.write(changes);
    if (!written.ok) return written;
    for (const { path, text } of changes) {
      this.say(
        text === null
          ? { type: "file.deleted", data: { path } }
          : { type: "file.written", data: { path, ...counts(textAt(this.files, path) ?? "", text) } },
      );
      if (!this.beforeTurn.has(path)) this.beforeTurn.set(path, textAt(this.files, path));
      this.keep(path, text);
      this.turn.set(path, text);
      this.changeCount++;
    }
    return ok(done);
  }

  private keep(path: string, text: string | null): void {
    this.bytes -= bytesOf(textAt(this.files, path) ?? "");
    this.files = withChanges(this.files, [{ path, text }]);
    if (text !== null) this.bytes += bytesOf(text);
    this.everChanged.add(path);
  }
}

const isText = (text: string) => !text.includes("\0") && !text.includes("\uFFFD");
const notText = (path: string) => fail("not_text", `${path.slice(0, 200)} is not valid text.`, { next: "Write it again as UTF-8 text." });

/** A longer text is not compared line by line: two with little in common would take a second, and others wait. */
const COMPARED_MAX = 64 * 1024;
const DIFFERENCES_MAX = 200;

/** Of texts that are not compared, `added` and `removed` are how many lines there are more of than before, and how many fewer. */
function counts(before: string, after: string): { lines: number; added: number; removed: number } {
  const lines = linesOf(after);
  const isShort = before.length + after.length <= COMPARED_MAX;
  const parts = isShort ? diffLines(before, after, { maxEditLength: DIFFERENCES_MAX }) : undefined;
  if (parts)
    return { lines: lines.length, added: total(parts.filter((part) => part.added)), removed: total(parts.filter((part) => part.removed)) };
  const left = new Map<string, number>();
  for (const line of linesOf(before)) left.set(line, (left.get(line) ?? 0) + 1);
  let added = 0;
  for (const line of lines) {
    const there = left.get(line) ?? 0;
    if (there === 0) added++;
    else left.set(line, there - 1);
  }
  return { lines: lines.length, added, removed: linesOf(before).length - (lines.length - added) };
}

const total = (parts: { count: number }[]): number => parts.reduce((sum, { count }) => sum + count, 0);

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
