/** Reads the first sheet of an Excel workbook, unpacked and parsed a little at a time. */
import type { Json } from "@edgewright/contracts";
import { Unzip, UnzipInflate } from "fflate";
import { type SheetRead, sheetOf, unread } from "./sheet.ts";
import { readSheetXml, sharedTexts, sheetPath, stylesOfDates } from "./workbook-xml.ts";

/** All that a workbook of 100,000 rows needs, and no more than a browser holds. */
const UNPACKED_MAX = 256 * 1024 * 1024;
/** So little is unpacked at once that even the densest packing stays small. */
const PIECE = 16 * 1024;
const NONE = "This is no workbook that can be opened. Save it again as .xlsx, or as CSV.";

class TooLarge extends Error {}

export function readWorkbook(bytes: Uint8Array): SheetRead {
  try {
    const files = unpack(bytes);
    const path = sheetPath(files.get("xl/workbook.xml") ?? "", files.get("xl/_rels/workbook.xml.rels") ?? "");
    const sheet = path === null ? undefined : files.get(path);
    if (sheet === undefined) return unread(NONE);
    const styles = stylesOfDates(files.get("xl/styles.xml") ?? "");
    const texts = sharedTexts(files.get("xl/sharedStrings.xml") ?? "");
    const is1904 = /<workbookPr[^>]*\bdate1904="(?:1|true)"/.test(files.get("xl/workbook.xml") ?? "");
    const lines: Json[][] = [];
    readSheetXml(sheet, { texts, styles, is1904 }, (row, cells) => {
      while (lines.length < row - 1) lines.push([]);
      lines.push(cells);
    });
    return sheetOf(lines);
  } catch (error) {
    if (error instanceof TooLarge)
      return unread(`Unpacked, this workbook is larger than ${UNPACKED_MAX / 1024 / 1024} MB. Save it as CSV, or divide it.`);
    return unread(NONE);
  }
}

/** Its parts by path, as text. What they come to is found by unpacking, and not by what the file says of itself. */
function unpack(bytes: Uint8Array): Map<string, string> {
  const files = new Map<string, string>();
  let size = 0;
  const unzip = new Unzip((file) => {
    const isRead = /^xl\/(?:workbook|styles|sharedStrings|_rels\/workbook|worksheets\/[^/]+)\.xml(?:\.rels)?$/.test(file.name);
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      size += chunk.length;
      if (size > UNPACKED_MAX) throw new TooLarge();
      if (isRead) pieces.push(decoder.decode(chunk, { stream: !isLast }));
      if (isLast && isRead) files.set(file.name, pieces.join(""));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += PIECE) unzip.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
  return files;
}
