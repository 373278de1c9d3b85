/** A fence whose meaning shows with its first line: edits, a diff, a file, or code that is part of the prose. */
import { readDiff, startsDiff } from "./diff.ts";
import { EditLines } from "./edit-block.ts";
import { type Block, done, more, type ProtocolEvent, type TakenLine } from "./events.ts";
import { dedent, FencedFile } from "./file-block.ts";
import { closes, type Fence, fenceOf, languageOf, searchMark, withoutEnd } from "./marks.ts";

export class FenceBlock implements Block {
  private readonly opening: string;
  private readonly fence: Fence;
  private readonly path: string | null;
  private inner: Block | null = null;

  /** @param opening the line that opened it, with all that was held back before it */
  constructor(opening: string, fence: Fence, path: string | null) {
    this.opening = opening;
    this.fence = fence;
    this.path = path;
  }

  get isShown(): boolean {
    return this.inner?.isShown ?? false;
  }

  take(line: string): TakenLine {
    if (this.inner) return this.inner.take(line);
    this.inner = this.decide(withoutEnd(dedent(line, this.fence.indent)));
    const { events, done: isDone } = this.inner.take(line);
    return { events: [...this.firstEvents(), ...events], done: isDone };
  }

  cut(): ProtocolEvent[] {
    return this.inner?.cut() ?? (this.path === null ? [{ type: "text", text: this.opening }] : new FencedFile(this.path, this.fence).cut());
  }

  private decide(first: string): Block {
    const isDiff = /^(?:diff|patch)$/.test(languageOf(this.fence.info));
    if (searchMark(first) > 0) return new FencedEdits(this.fence, this.path);
    if (isDiff && (startsDiff(first) || this.path !== null)) return new FencedDiff(this.fence, this.path);
    return this.path === null ? new FencedProse(this.fence) : new FencedFile(this.path, this.fence);
  }

  private firstEvents(): ProtocolEvent[] {
    if (this.inner instanceof FencedProse) return [{ type: "text", text: this.opening }];
    return this.inner instanceof FencedFile && this.path !== null ? [{ type: "file.begin", path: this.path }] : [];
  }
}

const closesFence = (line: string, open: Fence): boolean => {
  const fence = fenceOf(withoutEnd(line));
  return fence !== null && closes(fence, open);
};

class FencedProse implements Block {
  readonly isShown = true;
  private readonly fence: Fence;

  constructor(fence: Fence) {
    this.fence = fence;
  }

  take(line: string): TakenLine {
    const text: ProtocolEvent = { type: "text", text: line };
    return closesFence(line, this.fence) ? done(text) : more(text);
  }

  cut(): ProtocolEvent[] {
    return [];
  }
}

class FencedDiff implements Block {
  readonly isShown = false;
  private readonly fence: Fence;
  private readonly path: string | null;
  private readonly lines: string[] = [];

  constructor(fence: Fence, path: string | null) {
    this.fence = fence;
    this.path = path;
  }

  take(line: string): TakenLine {
    if (closesFence(line, this.fence)) return done(...readDiff(this.lines.join(""), this.path));
    this.lines.push(dedent(line, this.fence.indent));
    return more();
  }

  cut(): ProtocolEvent[] {
    return [{ type: "problem", message: "A diff was not finished, so nothing of it was taken. Write it again, whole." }];
  }
}

class FencedEdits implements Block {
  readonly isShown = false;
  private readonly fence: Fence;
  private readonly path: string | null;
  private readonly edits = new EditLines();

  constructor(fence: Fence, path: string | null) {
    this.fence = fence;
    this.path = path;
  }

  take(line: string): TakenLine {
    if (!this.edits.isOpen && closesFence(line, this.fence)) return done(this.edits.result(this.path));
    this.edits.take(dedent(line, this.fence.indent));
    return more();
  }

  cut(): ProtocolEvent[] {
    return [
      { type: "problem", message: `The edit of ${this.path ?? "a file"} was not finished, so it was not made. Write it again, whole.` },
    ];
  }
}
