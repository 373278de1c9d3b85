/** Search texts that leave lines out with a comment such as `// ...`: the pieces have to stand in the file in this order, and what is between stays. */
import { type Block, blockOf } from "./block.ts";
import type { FileLines } from "./file-lines.ts";
import { overlap } from "./find-text.ts";
import { isElision, styleKey } from "./line-likeness.ts";
import type { Placed } from "./merge.ts";

const PLACES_MAX = 20;
const CHAINS_MAX = 50;
/** More pieces than anybody writes; the time to place them grows with their square. */
const PIECES_MAX = 50;

/**
 * All ways in which the edit can be meant, as edits that leave nothing out. `null` if the replacement leaves out other lines
 * than the search does.
 */
export function withoutElisions(lines: FileLines, search: readonly string[], replace: readonly string[]): Placed[] | null {
  const pieces = piecesOf(search);
  const news = piecesOf(replace);
  if (pieces.length > PIECES_MAX || news.length > PIECES_MAX) return null;
  const both = news.length > 1;
  if (both && !haveSameShape(pieces, news)) return null;
  const places = pieces.map(({ rows }) => (rows.length > 0 ? lines.find(rows, "style", PLACES_MAX) : []));
  const isFound = pieces.every(({ rows }, index) => rows.length === 0 || places[index]!.length > 0);
  if (!isFound || pieces.every(({ rows }) => rows.length === 0)) return [];
  const found: Placed[] = [];
  for (const starts of chains(pieces, places)) {
    const spans = starts.flatMap((start, index) => (start < 0 ? [] : [{ start, end: start + pieces[index]!.rows.length, index }]));
    const extra = both ? { before: 0, after: 0 } : atEnds(lines, pieces, spans[0]!.start, spans.at(-1)!.end, news[0]!);
    if (!extra) return null;
    found.push(placed(lines, pieces, spans, both ? news : null, news[0]!, extra));
  }
  return found;
}

/** The runs of lines before, between and after the elisions. */
function piecesOf(lines: readonly string[]): Block[] {
  const pieces: string[][] = [[]];
  for (const line of lines) {
    if (isElision(line)) pieces.push([]);
    else pieces.at(-1)!.push(line);
  }
  return pieces.map(blockOf);
}

const haveSameShape = (some: readonly Block[], others: readonly Block[]): boolean =>
  some.length === others.length && [0, some.length - 1].every((at) => (some[at]!.rows.length === 0) === (others[at]!.rows.length === 0));

/** Where each piece can start so that they follow one another; -1 for an empty piece. */
function chains(pieces: readonly Block[], places: readonly number[][]): number[][] {
  let open: { starts: number[]; end: number }[] = [{ starts: [], end: 0 }];
  for (const [index, { rows }] of pieces.entries()) {
    if (rows.length === 0) open = open.map(({ starts, end }) => ({ starts: [...starts, -1], end }));
    else {
      open = open
        .flatMap(({ starts, end }) =>
          places[index]!.filter((place) => place >= end).map((place) => ({ starts: [...starts, place], end: place + rows.length })),
        )
        .slice(0, CHAINS_MAX);
    }
  }
  return open.map(({ starts }) => starts);
}

/** How many rows a replacement without elisions has of those that the search left out at its ends. */
function atEnds(
  lines: FileLines,
  pieces: readonly Block[],
  start: number,
  end: number,
  now: Block,
): { before: number; after: number } | null {
  const opens = pieces[0]!.rows.length === 0;
  const closes = pieces.at(-1)!.rows.length === 0;
  const keys = now.rows.map(styleKey);
  const first = styleKey(lines.text(start));
  const last = styleKey(lines.text(end - 1));
  const keysOf = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => styleKey(lines.text(from + index)));
  const before = opens ? overlap(keysOf(Math.max(0, start - keys.length), start), keys) : 0;
  const after = closes ? overlap(keys, keysOf(end, Math.min(lines.length, end + keys.length))) : 0;
  if ((opens && before === 0 && keys[0] !== first) || (closes && after === 0 && keys.at(-1) !== last)) return null;
  return { before, after };
}

type Span = { start: number; end: number; index: number };

/** The edit with the file's own lines where lines were left out. */
function placed(
  lines: FileLines,
  pieces: readonly Block[],
  spans: readonly Span[],
  news: readonly Block[] | null,
  now: Block,
  extra: { before: number; after: number },
): Placed {
  const search = new Rows(lines);
  const replace = new Rows(lines);
  let end = spans[0]!.start - extra.before;
  for (const span of spans) {
    search.takeOwn(end, span.start);
    if (span !== spans[0]) replace.takeOwn(end, span.start);
    search.take(pieces[span.index]!, span.start);
    if (news) replace.take(news[span.index]!, span.start);
    end = span.end;
  }
  search.takeOwn(end, end + extra.after);
  return { search: search.block, replace: news ? replace.block : now, at: search.at, elided: search.elided };
}

class Rows {
  readonly rows: string[] = [];
  readonly blanks: (readonly string[])[] = [];
  readonly at: number[] = [];
  readonly elided = new Set<number>();
  private tail: readonly string[] = [];
  private readonly lines: FileLines;

  constructor(lines: FileLines) {
    this.lines = lines;
  }

  get block(): Block {
    const blanks = [...this.blanks, this.tail];
    return { rows: this.rows, blanks, gaps: blanks.map(({ length }) => length) };
  }

  /** Rows as the model wrote them, of a piece that starts at row `start` of the file. */
  take(block: Block, start: number): void {
    for (const [index, row] of block.rows.entries()) {
      const isAfterOwn = index === 0 && this.rows.length > 0;
      this.rows.push(row);
      this.blanks.push(isAfterOwn ? this.ownGap(start) : block.blanks[index]!);
      this.at.push(this.lines.lineAt[start + index] ?? -1);
    }
    this.tail = block.blanks.at(-1)!;
  }

  takeOwn(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      this.elided.add(this.rows.length);
      this.blanks.push(this.rows.length === 0 ? [] : this.ownGap(index));
      this.rows.push(this.lines.text(index));
      this.at.push(this.lines.lineAt[index]!);
      this.tail = [];
    }
  }

  private ownGap(index: number): string[] {
    const count = index === 0 ? 0 : this.lines.lineAt[index]! - this.lines.lineAt[index - 1]! - 1;
    return Array<string>(count).fill("");
  }
}
