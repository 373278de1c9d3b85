/** A prompt cut into what it is made of: pasted sheets, bulleted lists with their heading, and prose. */
import { squeezed } from "./text.ts";

export type Sheet = {
  kind: "sheet";
  title: string | null /** What stands before the titles on their line. */;
  said: string;
  header: string[];
  rows: string[][];
};
export type Bullets = { kind: "bullets"; heading: string | null; items: string[] };
export type Prose = { kind: "prose"; text: string };
export type Block = Sheet | Bullets | Prose;

const BULLET = /^\s*(?:[-*•·>+]|\d{1,2}[.)]|[a-z]\))\s+/;
const DELIMITERS = ["\t", "|", ";", ",", " / "];

export function blocksOf(text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  let prose: string[] = [];
  const flush = () => {
    if (prose.some((line) => line.trim() !== "")) blocks.push({ kind: "prose", text: prose.join("\n") });
    prose = [];
  };
  for (let at = 0; at < lines.length; ) {
    const colon = /^(.{3,80}?:)\s*(\S.*)$/.exec(lines[at]!);
    const split =
      colon && lines[at + 1] !== undefined && !sheetAt(lines, at)
        ? sheetAt([...lines.slice(0, at), colon[2]!, ...lines.slice(at + 1)], at)
        : null;
    if (split && colon && split.sheet.rows.length > 0) prose.push(colon[1]!);
    const sheet = (split?.sheet.rows.length ?? 0) > 0 ? split : sheetAt(lines, at);
    if (sheet) {
      flush();
      blocks.push(sheet.sheet);
      at += sheet.lines;
      if (sheet.rest) lines.splice(at, 0, sheet.rest);
      continue;
    }
    if (BULLET.test(lines[at]!)) {
      const items: string[] = [];
      let first = 0;
      while (at < lines.length && (BULLET.test(lines[at]!) || (lines[at]!.trim() === "" && BULLET.test(lines[at + 1] ?? "")))) {
        const item = squeezed(lines[at]!.replace(BULLET, ""));
        const under = items.length > 0 && indent(lines[at]!) > first;
        if (items.length === 0) first = indent(lines[at]!);
        // What stands further in belongs to the point above it.
        if (under) items[items.length - 1] += `${/[:,]/.test(items.at(-1)!) ? ", " : ": "}${item}`;
        else if (item !== "") items.push(item);
        at++;
      }
      const heading = prose.findLastIndex((line) => line.trim() !== "");
      const said = heading >= 0 ? prose.splice(heading)[0]!.trim() : null;
      flush();
      blocks.push({ kind: "bullets", heading: said, items });
      continue;
    }
    prose.push(lines[at++]!);
  }
  flush();
  return blocks;
}

const indent = (line: string): number => /^[ \t]*/.exec(line)![0].length;

const cellsOf = (line: string, by: string): string[] => {
  const cells = line.split(by).map((cell) => squeezed(cell).replace(/^"(.*)"$/, "$1"));
  return by === "|" && cells[0] === "" ? cells.slice(1, cells.at(-1) === "" ? -1 : undefined) : cells;
};

/** Where a mark of its own parts titles, one may ask, as "Paid?" does; with commas it is prose that asks. */
const isTitleBy = (by: string) => (cell: string) => isTitle(["\t", "|", ";"].includes(by) ? cell.replace(/\?$/, "") : cell);

const isTitle = (cell: string): boolean =>
  cell !== "" &&
  cell.length <= 40 &&
  cell.split(" ").length <= 5 &&
  /\p{L}/u.test(cell) &&
  !/[.!?]$/.test(cell.replace(/\b(?:no|nr)\.$/i, ""));

/** A row of titles, and rows of as many cells below it; the titles alone are enough where tabs or bars part them. */
function sheetAt(lines: string[], at: number): { sheet: Sheet; lines: number; rest?: string } | null {
  const titled =
    /^\s*(?:(?:tab|sheet|table)\s*\d*\s*)?["']?([\w ]{2,30}?)["']?\s*:\s*(.+\|.+\|.*)$/i.exec(lines[at]!) ??
    /^\s*(?:tab|sheet|table)\s*\d+\s*[:(-]?\s*["']?([\w ]{2,30}?)["']?\s*\)?\s*:\s*(.+[;,].+[;,].*)$/i.exec(lines[at]!);
  if (titled)
    return {
      sheet: {
        kind: "sheet",
        title: titled[1]!.trim(),
        said: lines[at]!.slice(0, lines[at]!.indexOf(titled[2]!)),
        header: cellsOf(titled[2]!, /\|/.exec(titled[2]!)?.[0] ?? /[;,]/.exec(titled[2]!)?.[0] ?? ",").filter(isTitle),
        rows: [],
      },
      lines: 1,
    };
  const named = /^(.*?\b(?:columns?|with|these)\b[^:]*:)\s*((?:[^/|]+\s[/|]\s){2,}[^/|]+)$/i.exec(lines[at]!);
  if (named) {
    const by = /\|/.test(named[2]!) ? "|" : " / ";
    const [last = "", ...rest] = named[2]!.slice(named[2]!.lastIndexOf(by.trim()) + 1).split(/(?<=[.!?])\s+(?=[A-Z])/);
    const titles = named[2]!.slice(0, named[2]!.lastIndexOf(by.trim()) + 1) + (rest.length > 0 ? last.replace(/[.!?]$/, "") : last);
    return {
      sheet: { kind: "sheet", title: null, said: named[1]!, header: cellsOf(titles, by).filter(isTitle), rows: [] },
      lines: 1,
      rest: rest.join(" "),
    };
  }
  for (const by of DELIMITERS) {
    const header = cellsOf(lines[at]!, by);
    if (header.length < 3 || !header.every(isTitleBy(by))) continue;
    const rows: string[][] = [];
    let next = at + 1;
    for (; next < lines.length; next++) {
      if (/^[\s|:-]+$/.test(lines[next]!) && lines[next]!.includes("-")) continue;
      const cells = cellsOf(lines[next]!, by);
      if (
        lines[next]!.trim() === "" ||
        cells.length < Math.max(2, header.length - 2) ||
        cells.length > header.length ||
        (by === "," && cells.length !== header.length)
      )
        break;
      rows.push(cells);
    }
    const enough =
      by === "\t" || by === "|"
        ? true
        : by === " / "
          ? header.length >= 4
          : by === ";"
            ? rows.length > 0 || header.length >= 4
            : rows.length > 0 && rows.every((row) => row.length === header.length) && looksLikeData(header, rows);
    if (enough) return { sheet: { kind: "sheet", title: null, said: "", header, rows }, lines: next - at };
  }
  return null;
}

/** Lines of prose may have as many commas as each other: data has figures, codes, dates or short names. */
const looksLikeData = (header: string[], rows: string[][]): boolean => {
  const cells = rows.flat();
  const short = cells.filter((cell) => cell.length <= 30).length;
  return (
    short / cells.length > 0.8 &&
    (cells.some((cell) => /\d|@/.test(cell)) || rows.length > 1) &&
    !header.some((cell) => /\b(?:and|with|we|need|i)\b/i.test(cell))
  );
};
