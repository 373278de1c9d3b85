/** Reads an answer in the text protocol while it streams: whatever the pieces it comes in, the events are the same. */
import { EditBlock, LoneEdit } from "./edit-block.ts";
import type { Block, ProtocolEvent } from "./events.ts";
import { FenceBlock } from "./fence-block.ts";
import { FileBlock } from "./file-block.ts";
import { fenceAhead, fenceOf, markAhead, pathOf, pathOfInfo, searchMark, type Tag, tagOf, withoutEnd } from "./marks.ts";
import { NoteBlock } from "./note-block.ts";

export class ProtocolParser {
  private events: ProtocolEvent[] = [];
  private block: Block | null = null;
  /** A line that names a path, and blank lines after it: it may belong to a fence that follows. */
  private held: { text: string; path: string } | null = null;
  /** The line that is coming in, in pieces; what of it was shown is gone from here. */
  private pieces: string[] = [];
  /** Of the line that is coming in: shown already, held until its end, or not yet known. */
  private line: "shown" | "held" | "open" = "open";

  push(chunk: string): ProtocolEvent[] {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", from)) {
      this.pieces.push(chunk.slice(from, end + 1));
      this.endLine();
      from = end + 1;
    }
    if (from < chunk.length) this.grow(chunk.slice(from));
    return this.take();
  }

  /** What is left when the answer has ended. */
  end(): ProtocolEvent[] {
    if (this.pieces.length > 0) this.endLine();
    this.flushHeld();
    if (this.block) this.events.push(...this.block.cut());
    this.block = null;
    return this.take();
  }

  private take(): ProtocolEvent[] {
    const events = this.events;
    this.events = [];
    return events;
  }

  private text(text: string): void {
    const last = this.events.at(-1);
    if (last?.type === "text") last.text += text;
    else if (text !== "") this.events.push({ type: "text", text });
  }

  private grow(piece: string): void {
    this.pieces.push(piece);
    if (this.line === "held" || (this.block && !this.block.isShown)) return;
    const start = this.pieces.join("");
    this.pieces = [start];
    if (this.line === "open") {
      const ahead = this.block ? (fenceAhead(start) ? "open" : "no") : markAhead(start);
      if (ahead === "sure") this.line = "held";
      if (ahead !== "no") return;
      this.flushHeld();
      this.line = "shown";
    }
    // Half a character is none.
    const isHalf = /[\uD800-\uDBFF]$/.test(start);
    this.text(isHalf ? start.slice(0, -1) : start);
    this.pieces = isHalf ? [start.slice(-1)] : [];
  }

  private endLine(): void {
    const line = this.pieces.join("");
    const isShown = this.line === "shown";
    this.pieces = [];
    this.line = "open";
    if (isShown) this.text(line);
    else if (this.block) this.inBlock(this.block, line);
    else this.prose(line);
  }

  private inBlock(block: Block, line: string): void {
    const { events, done } = block.take(line);
    for (const event of events) {
      if (event.type === "text") this.text(event.text);
      else this.events.push(event);
    }
    if (done) this.block = null;
  }

  private prose(line: string): void {
    const bare = withoutEnd(line);
    if (this.held && bare.trim() === "") {
      this.held.text += line;
      return;
    }
    const fence = fenceOf(bare);
    if (fence) {
      const own = pathOfInfo(fence.info);
      const named = own ?? this.held?.path ?? null;
      if (own !== null) this.flushHeld();
      this.held = null;
      this.block = new FenceBlock(line, fence, named);
      return;
    }
    if (searchMark(bare) > 0) {
      this.block = new LoneEdit(this.held?.path ?? null, line);
      this.held = null;
      return;
    }
    this.flushHeld();
    const tag = tagOf(bare);
    const path = tag ? null : pathOf(bare);
    if (path !== null) this.held = { text: line, path };
    else if (!tag || !this.open(tag)) this.text(line);
  }

  private flushHeld(): void {
    if (this.held) this.text(this.held.text);
    this.held = null;
  }

  /** Whether the mark opens something. */
  private open({ name, attributes, rest }: Tag): boolean {
    if (name === "plan" || name === "ask" || name === "finish") {
      this.block = new NoteBlock(name);
      if (rest !== "") this.inBlock(this.block, rest);
      return true;
    }
    if (rest !== "" && rest !== `</${name}>`) return false;
    if (name === "rename")
      this.events.push(
        attributes.from && attributes.to ? { type: "rename", from: attributes.from, to: attributes.to } : lacks(name, "from and to"),
      );
    else if (name === "delete") this.events.push(attributes.path ? { type: "delete", path: attributes.path } : lacks(name, "path"));
    else if (name === "read") this.events.push(attributes.path ? { type: "read", path: attributes.path } : lacks(name, "path"));
    else if (rest !== "") return false;
    else this.openFile(name, attributes);
    return true;
  }

  private openFile(name: "file" | "edit", attributes: Tag["attributes"]): void {
    const { path, end } = attributes;
    if (!path) this.events.push(lacks(name, "path"));
    else if (name === "file") this.events.push({ type: "file.begin", path });
    if (name === "file") this.block = path ? new FileBlock(path, end) : new SkippedBlock("</file>");
    else this.block = new EditBlock(path || null);
  }
}

const lacks = (name: string, what: string): ProtocolEvent => ({
  type: "problem",
  message: `<${name}> has no ${what}, so nothing of it was taken. Write it again, and say it in the mark.`,
});

/** What follows a mark that does not say what it is about. */
class SkippedBlock implements Block {
  readonly isShown = false;
  private readonly end: string;

  constructor(end: string) {
    this.end = end;
  }

  take(line: string): { events: ProtocolEvent[]; done: boolean } {
    return { events: [], done: withoutEnd(line).trimEnd() === this.end };
  }

  cut(): ProtocolEvent[] {
    return [];
  }
}
