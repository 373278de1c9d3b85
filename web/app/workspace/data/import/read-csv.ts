/** Reads text whose columns are separated by commas, semicolons, tabs or bars; quotes may hold separators and lines. */
import Papa from "papaparse";
import { type SheetRead, sheetOf, unread } from "./sheet.ts";

const SEPARATORS = [",", ";", "\t", "|"];
/** So many rows tell by what the columns are separated. */
const LOOKED_AT = 50;

export function readCsv(given: string): SheetRead {
  // The library takes one kind of line end for all; a file that was put together may have several.
  const text = given.replaceAll(/\r\n?/g, "\n");
  const look = { delimitersToGuess: SEPARATORS, newline: "\n", skipEmptyLines: true, preview: LOOKED_AT } as const;
  const { delimiter } = Papa.parse(text, look).meta;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  return open ? unread(`A quote that begins in row ${(open.row ?? 0) + 1} does not end. Correct the file.`) : sheetOf(data);
}
