/** A whole file: its text is what stands between the marks, byte for byte. */
import { type Block, done, more, type ProtocolEvent, type TakenLine } from "./events.ts";
import { closes, type Fence, fenceOf, tagOf, withoutEnd } from "./marks.ts";

const PROGRESS_LINES = 20;

/** The lines of a file so far. */
class Lines {
  private readonly lines: string[] = [];
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  add(line: string): ProtocolEvent[] {
    this.lines.push(line);
    const count = this.lines.length;
    return count % PROGRESS_LINES === 0 ? [{ type: "file.progress", path: this.path, lines: count }] : [];
  }

  get all(): readonly string[] {
    return this.lines;
  }
}

const unfinished = (path: string): ProtocolEvent => ({
  type: "problem",
  message: `${path} was not finished, so nothing of it was written. Write it again, whole.`,
});

/** `<file path="…">` to `</file>`, or to the line that its attribute `end` names. Files within it are part of its text. */
export class FileBlock implements Block {
  readonly isShown = false;
  private readonly path: string;
  private readonly end: string | undefined;
  private readonly lines: Lines;
  private depth = 1;

  constructor(path: string, end: string | undefined) {
    this.path = path;
    this.end = end;
    this.lines = new Lines(path);
  }

  take(line: string): TakenLine {
    const mark = withoutEnd(line).trimEnd();
    if (mark === (this.end ?? "</file>")) this.depth--;
    else if (this.end === undefined && line.startsWith("<file") && tagOf(mark)?.rest === "") this.depth++;
    if (this.depth > 0) return more(...this.lines.add(line));
    return done({ type: "file", path: this.path, text: withoutFence(this.path, this.lines.all).join("") });
  }

  cut(): ProtocolEvent[] {
    return [unfinished(this.path)];
  }
}

/** Some models put a fence round the text within the marks too; no code starts and ends with one. */
function withoutFence(path: string, lines: readonly string[]): readonly string[] {
  const open = /\.mdx?$/.test(path) ? null : fenceOf(withoutEnd(lines[0] ?? ""));
  const close = fenceOf(withoutEnd(lines.at(-1) ?? ""));
  return open && close && lines.length > 1 && closes(close, open) ? lines.slice(1, -1) : lines;
}

/** A file in a fence. In Markdown, fences that say their language open and close within it. */
export class FencedFile implements Block {
  readonly isShown = false;
  private readonly path: string;
  private readonly fence: Fence;
  private readonly lines: Lines;
  private readonly nests: boolean;
  private depth = 1;

  constructor(path: string, fence: Fence) {
    this.path = path;
    this.fence = fence;
    this.lines = new Lines(path);
    this.nests = /\.mdx?$/.test(path);
  }

  take(line: string): TakenLine {
    const fence = fenceOf(withoutEnd(line));
    if (fence && closes(fence, this.fence)) this.depth--;
    else if (this.nests && fence?.character === this.fence.character && fence.size >= this.fence.size && fence.info !== "") this.depth++;
    if (this.depth === 0) return done({ type: "file", path: this.path, text: this.lines.all.join("") });
    return more(...this.lines.add(dedent(line, this.fence.indent)));
  }

  cut(): ProtocolEvent[] {
    return [unfinished(this.path)];
  }
}

/** A fence that is indented takes as much off its lines. */
export function dedent(line: string, indent: number): string {
  let at = 0;
  while (at < indent && line[at] === " ") at++;
  return line.slice(at);
}
