/** The lines of a file that are not blank, hashed once, and where a run of lines stands among them. */
import { below, type FileText } from "./file-text.ts";
import { findRun } from "./find-text.ts";
import { hashLine, KEY, type Likeness, wordsOf } from "./line-likeness.ts";
import { looksLike, plainest } from "./lookalikes.ts";

export class FileLines {
  readonly file: FileText;
  /** The index in the file of each line that is not blank. */
  readonly lineAt: Int32Array;
  readonly length: number;
  private index: Map<string, number[]> | null = null;
  private readonly hashes: Record<Likeness, Int32Array | null>;

  constructor(file: FileText) {
    const { starts, lineCount, flat } = file;
    this.file = file;
    this.lineAt = new Int32Array(lineCount);
    const spacing = new Int32Array(lineCount);
    let length = 0;
    for (let line = 0; line < lineCount; line++) {
      const hash = hashLine(flat, starts[line]!, starts[line + 1]! - 1, "spacing");
      if (hash === 0) continue;
      this.lineAt[length] = line;
      spacing[length] = hash;
      length++;
    }
    this.length = length;
    this.hashes = { spacing, style: null, looks: null };
  }

  /** Which of these lines is line `line` of the file. */
  placeOf(line: number): number {
    return below(this.lineAt.subarray(0, this.length), line);
  }

  text(index: number): string {
    return this.file.line(this.lineAt[index]!);
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
      (at) => mine[at]!,
      (at) => wanted[at]!,
      max,
    );
    const key = KEY[likeness];
    // One place has to be beyond doubt; of more than two, the hashes say enough for a refusal.
    const keys = found.length > 0 ? lines.map(key) : [];
    const isThere = (start: number) => keys.every((wantedKey, offset) => key(this.text(start + offset)) === wantedKey);
    return found.length > 2 ? found : found.filter(isThere);
  }

  private hashesOf(likeness: Likeness): Int32Array {
    const { starts, flat } = this.file;
    this.hashes[likeness] ??= this.lineAt
      .subarray(0, this.length)
      .map((line) =>
        likeness === "looks" ? hashOf(this.file.line(line), likeness) : hashLine(flat, starts[line]!, starts[line + 1]! - 1, likeness),
      );
    return this.hashes[likeness];
  }
}

function hashOf(line: string, likeness: Likeness): number {
  const text = likeness === "looks" ? plainest(line) : line;
  return hashLine(text, 0, text.length, likeness);
}
