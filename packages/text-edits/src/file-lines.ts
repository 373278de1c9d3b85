/** The lines of a file that are not blank, hashed once, and where a run of lines stands among them. */
import { at } from "@edgewright/core";
import { below, type FileText } from "./file-text.ts";
import { findRun } from "./find-text.ts";
import { hashLine, KEY, type Likeness, wordsOf } from "./line-likeness.ts";
import { looksLike, toPlainCharacters } from "./lookalikes.ts";

export class FileLines {
  readonly file: FileText;
  /** The index in the file of each line that is not blank. */
  private readonly lines: Int32Array;
  private index: Map<string, number[]> | null = null;
  private readonly hashes: Record<Likeness, Int32Array | null>;

  constructor(file: FileText) {
    const { lineCount, flat } = file;
    this.file = file;
    const lines = new Int32Array(lineCount);
    const spacing = new Int32Array(lineCount);
    let length = 0;
    for (let line = 0; line < lineCount; line++) {
      const hash = hashLine(flat, file.startOf(line), file.endOf(line), "spacing");
      if (hash === 0) continue;
      lines[length] = line;
      spacing[length] = hash;
      length++;
    }
    this.lines = lines.subarray(0, length);
    this.hashes = { spacing, style: null, looks: null };
  }

  get length(): number {
    return this.lines.length;
  }

  /** Which of these lines is line `line` of the file. */
  placeOf(line: number): number {
    return below(this.lines, line);
  }

  /** Which line of the file is one of these lines. */
  lineOf(place: number): number {
    return at(this.lines, place);
  }

  /** The same as it is told to a model: from 1. */
  numberOf(place: number): number {
    return this.lineOf(place) + 1;
  }

  text(place: number): string {
    return this.file.line(this.lineOf(place));
  }

  /** Of each word the lines that have it. */
  words(): ReadonlyMap<string, readonly number[]> {
    if (this.index) return this.index;
    this.index = new Map();
    for (let line = 0; line < this.length; line++) {
      for (const word of wordsOf(looksLike(this.text(line)))) {
        const places = this.index.get(word);
        if (!places) this.index.set(word, [line]);
        else if (places.at(-1) !== line) places.push(line);
      }
    }
    return this.index;
  }

  /** Where these lines, none of them blank, stand one after the other: at most `max` places. */
  find(lines: readonly string[], likeness: Likeness, max: number): number[] {
    const wanted = lines.map((line) => hashOf(line, likeness));
    const mine = this.hashesOf(likeness);
    const found = findRun(
      this.length,
      lines.length,
      (place) => mine[place],
      (row) => wanted[row],
      max,
    );
    const key = KEY[likeness];
    // One place has to be beyond doubt; of more than two, the hashes say enough for a refusal.
    const keys = found.length > 0 ? lines.map(key) : [];
    const isThere = (start: number) => keys.every((wantedKey, offset) => key(this.text(start + offset)) === wantedKey);
    return found.length > 2 ? found : found.filter(isThere);
  }

  private hashesOf(likeness: Likeness): Int32Array {
    const { file, lines } = this;
    this.hashes[likeness] ??= lines.map((line) =>
      likeness === "looks" ? hashOf(file.line(line), likeness) : hashLine(file.flat, file.startOf(line), file.endOf(line), likeness),
    );
    return this.hashes[likeness];
  }
}

function hashOf(line: string, likeness: Likeness): number {
  const text = likeness === "looks" ? toPlainCharacters(line) : line;
  return hashLine(text, 0, text.length, likeness);
}
