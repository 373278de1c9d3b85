/** The parts of an Excel workbook (Office Open XML) that say what stands in its cells. */
import type { Json } from "@edgewright/contracts";
import { Parser } from "htmlparser2";

type Attributes = Record<string, string>;
interface Handler {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const DAY_MS = 24 * 3600 * 1000;
const DAYS_TO_1904 = 1462;
/** The furthest cell that a sheet can have: XFD1048576. */
const COLUMN_MAX = 16_384;
const ROW_MAX = 1_048_576;
/** Formats that every workbook knows by number: days, days with times, times. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** Names without the prefix of their namespace. */
function parse(xml: string, { open, text, close }: Handler): void {
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(bare(name), attributes),
      ontext: (part) => text?.(part),
      onclosetag: (name) => close?.(bare(name)),
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** Where the first sheet is. null: there is none. */
export function sheetPath(workbook: string, relations: string): string | null {
  const targets = new Map<string, string>();
  parse(relations, { open: (name, of) => void (name === "Relationship" && targets.set(of.Id ?? "", of.Target ?? "")) });
  const ids: string[] = [];
  parse(workbook, { open: (name, of) => void (name === "sheet" && ids.push(of["r:id"] ?? "")) });
  const target = ids.map((id) => targets.get(id)).find((path) => path?.includes("worksheets/"));
  if (target === undefined) return null;
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** The texts that cells name by number; what says how they are spoken (`rPh`) is none of them. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let [inText, spoken] = [false, false];
  parse(xml, {
    open(name) {
      if (name === "si") texts.push("");
      if (name === "t") inText = true;
      if (name === "rPh") spoken = true;
    },
    text(part) {
      if (inText && !spoken) texts[texts.length - 1] += part;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") spoken = false;
    },
  });
  return texts;
}

/** By the number of a cell's style, whether it shows a date or a time. */
export function stylesOfDates(xml: string): boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  parse(xml, {
    open(name, of) {
      const format = Number(of.numFmtId ?? 0);
      if (name === "numFmt") own.set(format, isDateFormat(of.formatCode ?? ""));
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(own.get(format) ?? DATE_FORMATS.has(format));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

/** What stands in quotes or brackets, or after a backslash, is not part of the format. */
const isDateFormat = (code: string) => /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, ""));

type Book = { texts: readonly string[]; styles: readonly boolean[]; is1904: boolean };

/** Each row with its number from 1, those without a cell left out. */
export function readSheetXml(xml: string, book: Book, onRow: (row: number, cells: Json[]) => void): void {
  let [row, column, type, style, text] = [0, 0, "n", 0, ""];
  let inValue = false;
  let cells: Json[] = [];
  parse(xml, {
    open(name, of) {
      if (name === "row") {
        row = Math.min(ROW_MAX, Math.max(row + 1, Number(of.r) || 0));
        [cells, column] = [[], 0];
      }
      if (name === "c") {
        column = Math.min(COLUMN_MAX, of.r ? columnIn(of.r) : column + 1);
        [type, style, text] = [of.t ?? "n", Number(of.s ?? 0), ""];
      }
      if (name === "v" || name === "t") inValue = true;
    },
    text(part) {
      if (inValue) text += part;
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      if (name === "c" && text !== "") {
        while (cells.length < column - 1) cells.push(null);
        cells[column - 1] = cellValue(book, { type, style, text });
      }
      if (name === "row" && cells.length > 0) onRow(row, cells);
    },
  });
}

/** `AB12` is in column 28. */
const columnIn = (reference: string): number =>
  [...(/^[A-Z]+/.exec(reference)?.[0] ?? "A")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function cellValue({ texts, styles, is1904 }: Book, { type, style, text }: { type: string; style: number; text: string }): Json {
  if (type === "s") return texts[Number(text)] ?? null;
  if (type === "b") return text === "1";
  // What a formula could not compute is nothing.
  if (type === "e") return null;
  if (type !== "n") return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  return styles[style] ? momentAt(value + (is1904 ? DAYS_TO_1904 : 0)) : value;
}

/** Days are counted from 1900, with one too many in its February. Under one day it is a time, over it a day without a zone. */
function momentAt(days: number): string {
  const seconds = Math.round((days % 1) * 86_400);
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.floor(days < 60 ? days + 1 : days) * DAY_MS + seconds * 1000).toISOString();
  if (days < 1) return moment.slice(11, 19);
  return seconds === 0 ? moment.slice(0, 10) : moment.slice(0, 19);
}
