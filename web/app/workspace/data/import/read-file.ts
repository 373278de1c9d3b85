/** Reads a file as a sheet: CSV in whatever encoding and with whatever it is separated by, Excel workbooks, and JSON. */
import type { Json } from "@edgewright/contracts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";
import { FILE_MAX, type SheetRead, sheetOf, unread } from "./sheet.ts";

const NAMES_MAX = 600;

export async function readFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<SheetRead> {
  if (bytes.length > FILE_MAX) return unread(`This file is larger than ${FILE_MAX / 1024 / 1024} MB. Divide it.`);
  if (bytes.length === 0) return unread("This file is empty.");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return unread("This is a workbook of Excel before 2007, or one with a password. Save it as .xlsx without a password.");
  const text = decode(bytes);
  if (text.includes("\0")) return unread("This is no text, and no workbook. CSV, Excel (.xlsx) and JSON are read.");
  return /\.jsonl?$/i.test(name) || /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text);
}

/** UTF-8 and UTF-16 are told by their bytes; what is neither is what Windows writes in Western Europe. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A list of objects, an object that has one, or an object on each line. */
export function readJson(text: string): SheetRead {
  const given = parsed(text) ?? linesOf(text);
  const list: Json[] | undefined = Array.isArray(given)
    ? given
    : typeof given === "object" && given !== null
      ? Object.values(given).find(Array.isArray)
      : undefined;
  if (!list) return unread('This is no JSON that holds a list of rows, such as [{"name": "Ada"}].');
  const names = new Map<string, number>();
  const objects = list.map((row): [string, Json][] | null =>
    typeof row === "object" && row !== null && !Array.isArray(row) ? Object.entries(row) : null,
  );
  if (objects.some((row) => row === null)) return unread('In a JSON file each row is an object, such as {"name": "Ada"}.');
  for (const row of objects) for (const [name] of row ?? []) if (!names.has(name) && names.size < NAMES_MAX) names.set(name, names.size);
  const lines = objects.map((row) => {
    const cells: Json[] = Array.from({ length: names.size }, () => null);
    for (const [name, value] of row ?? []) cells[names.get(name) ?? NAMES_MAX] = value;
    return cells;
  });
  return sheetOf([[...names.keys()], ...lines]);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function linesOf(text: string): Json[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(parsed);
  return lines.every((line) => line !== undefined) ? (lines as Json[]) : undefined;
}
