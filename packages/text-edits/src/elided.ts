/** Search texts that leave lines out with a comment such as `// ...`: the pieces have to stand in the file in this order, and what is between stays. */
import { at, first, last } from "@edgewright/core";
import { type Block, blockOf } from "./block.ts";
import type { PlacedRow } from "./edit-rows.ts";
import type { FileLines } from "./file-lines.ts";
import { overlap } from "./find-text.ts";
import { isElision, styleKey } from "./line-likeness.ts";
import type { PlacedEdit } from "./merge.ts";

const PLACES_MAX = 20;
const CHAINS_MAX = 50;
/** More pieces than anybody writes; the time to place them grows with their square. */
const PIECES_MAX = 50;

/** A run of lines between elisions, with all the places where it stands. */
type Piece = {
  block: Block;
  /** What it becomes; `null` where the replacement leaves nothing out, and so is one block. */
  now: Block | null;
  places: readonly number[];
};

/** A piece that is not empty, at one place. */
type Span = { start: number; end: number; block: Block; now: Block | null };

/**
 * All ways in which the edit can be meant, as edits that leave nothing out. `null` if the replacement leaves out other lines
 * than the search does.
 */
export function withoutElisions(lines: FileLines, search: readonly string[], replace: readonly string[]): PlacedEdit[] | null {
  const blocks = blocksOf(search);
  const news = blocksOf(replace);
  if (blocks.length > PIECES_MAX || news.length > PIECES_MAX) return null;
  const whole = news.length === 1 ? first(news) : null;
  if (!whole && !haveSameShape(blocks, news)) return null;
  const pieces = blocks.map((block, index): Piece => {
    return { block, now: whole ? null : at(news, index), places: isEmpty(block) ? [] : lines.find(block.rows, "style", PLACES_MAX) };
  });
  const filled = pieces.filter(({ block }) => !isEmpty(block));
  if (filled.length === 0 || filled.some(({ places }) => places.length === 0)) return [];
  const found: PlacedEdit[] = [];
  for (const spans of chains(filled)) {
    const extra = whole ? atEnds(lines, blocks, spans, whole) : { before: 0, after: 0 };
    if (!extra) return null;
    found.push(placed(lines, spans, whole, extra));
  }
  return found;
}

const isEmpty = ({ rows }: Block): boolean => rows.length === 0;

/** The runs of lines before, between and after the elisions. */
function blocksOf(lines: readonly string[]): Block[] {
  const runs: string[][] = [[]];
  for (const line of lines) {
    if (isElision(line)) runs.push([]);
    else last(runs).push(line);
  }
  return runs.map(blockOf);
}

const haveSameShape = (some: readonly Block[], others: readonly Block[]): boolean =>
  some.length === others.length && isEmpty(first(some)) === isEmpty(first(others)) && isEmpty(last(some)) === isEmpty(last(others));

/** The ways to place the pieces so that they follow one another. */
function chains(pieces: readonly Piece[]): Span[][] {
  let open: Span[][] = [[]];
  for (const { block, now, places } of pieces) {
    const spans = places.map((start): Span => ({ start, end: start + block.rows.length, block, now }));
    open = open.flatMap((chain) => spans.filter(({ start }) => start >= (chain.at(-1)?.end ?? 0)).map((span) => [...chain, span]));
    open = open.slice(0, CHAINS_MAX);
  }
  return open;
}

/** How many of the rows that the search left out at its ends are in a replacement without elisions. */
function atEnds(lines: FileLines, blocks: readonly Block[], spans: readonly Span[], now: Block): { before: number; after: number } | null {
  const [opens, closes] = [isEmpty(first(blocks)), isEmpty(last(blocks))];
  const [{ start }, { end }] = [first(spans), last(spans)];
  const keys = now.rows.map(styleKey);
  const keysOf = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => styleKey(lines.text(from + index)));
  const before = opens ? overlap(keysOf(Math.max(0, start - keys.length), start), keys) : 0;
  const after = closes ? overlap(keys, keysOf(end, Math.min(lines.length, end + keys.length))) : 0;
  if (
    (opens && before === 0 && keys[0] !== styleKey(lines.text(start))) ||
    (closes && after === 0 && keys.at(-1) !== styleKey(lines.text(end - 1)))
  )
    return null;
  return { before, after };
}

/** The edit with the file's own lines where lines were left out; `whole` is a replacement that leaves out none. */
function placed(
  lines: FileLines,
  spans: readonly Span[],
  whole: Block | null,
  { before, after }: { before: number; after: number },
): PlacedEdit {
  const search = new BlockBuilder(lines, (place): PlacedRow => ({ written: lines.text(place), line: lines.lineOf(place), elided: true }));
  const replace = new BlockBuilder(lines, (place) => lines.text(place));
  let end = first(spans).start - before;
  for (const span of spans) {
    const { start, block, now } = span;
    search.takeOwn(end, start);
    if (span !== spans[0]) replace.takeOwn(end, start);
    const rows = block.rows.map((written, index): PlacedRow => ({ written, line: lines.lineOf(start + index), elided: false }));
    search.take({ rows, blanks: block.blanks }, start);
    if (now) replace.take(now, start);
    end = span.end;
  }
  search.takeOwn(end, end + after);
  return { search: search.block, replace: whole ?? replace.block };
}

type RowsOf<T> = { rows: readonly T[]; blanks: Block["blanks"] };

/** Pieces and the file's lines between them, as one block. */
class BlockBuilder<T> {
  private readonly rows: T[] = [];
  private readonly blanks: (readonly string[])[] = [];
  private tail: readonly string[] = [];
  private readonly lines: FileLines;
  private readonly ownRow: (place: number) => T;

  constructor(lines: FileLines, ownRow: (place: number) => T) {
    this.lines = lines;
    this.ownRow = ownRow;
  }

  get block(): RowsOf<T> {
    return { rows: this.rows, blanks: [...this.blanks, this.tail] };
  }

  /** Rows as the model wrote them, of a piece that starts at row `start` of the file. */
  take({ rows, blanks }: RowsOf<T>, start: number): void {
    for (const [index, row] of rows.entries()) {
      const isAfterOwn = index === 0 && this.rows.length > 0;
      this.blanks.push(isAfterOwn ? this.ownGap(start) : at(blanks, index));
      this.rows.push(row);
    }
    this.tail = last(blanks);
  }

  takeOwn(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      this.blanks.push(this.rows.length === 0 ? [] : this.ownGap(index));
      this.rows.push(this.ownRow(index));
      this.tail = [];
    }
  }

  private ownGap(index: number): string[] {
    const count = index === 0 ? 0 : this.lines.lineOf(index) - this.lines.lineOf(index - 1) - 1;
    return Array<string>(count).fill("");
  }
}
