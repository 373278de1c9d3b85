import { deflateSync, strToU8, Zip, type ZipInputFile, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readFile } from "./read-file.ts";

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const read = async (content: Uint8Array<ArrayBuffer> | string, name = "file.csv") => {
  const found = await readFile(name, typeof content === "string" ? bytes(content) : content);
  if (!found.ok) return found.problem;
  return { columns: found.sheet.columns, rows: found.sheet.rows.map(({ number, cells }) => [number, ...cells]) };
};

test("a mark of the encoding, semicolons, quotes over lines, and blank lines", async () => {
  expect(await read('\uFEFFName;Note\r\nAda;"one\ntwo; ""three"""\r\n\r\nBea;\r\n')).toEqual({
    columns: ["Name", "Note"],
    rows: [
      [2, "Ada", 'one\ntwo; "three"'],
      [4, "Bea", ""],
    ],
  });
  expect(await read("a\tb\n1\t2")).toEqual({ columns: ["a", "b"], rows: [[2, "1", "2"]] });
  expect(await read('a|b\r\n1|"x|y"\n2|5" pipe\r3|')).toEqual({
    columns: ["a", "b"],
    rows: [
      [2, "1", "x|y"],
      [3, "2", '5" pipe'],
      [4, "3", ""],
    ],
  });
  expect(await read("Name\nAda\nBea")).toEqual({
    columns: ["Name"],
    rows: [
      [2, "Ada"],
      [3, "Bea"],
    ],
  });
});

test("Latin-1 and UTF-16", async () => {
  const latin = Uint8Array.from([..."Stra\xdfe\nM\xfcller"].map((letter) => letter.charCodeAt(0)));
  expect(await read(latin)).toEqual({ columns: ["Straße"], rows: [[2, "Müller"]] });
  const wide = Uint8Array.from([0xff, 0xfe, ...[..."é\nß"].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]);
  expect(await read(wide)).toEqual({ columns: ["é"], rows: [[2, "ß"]] });
});

test.each([
  ["", "This file is empty."],
  ["\n\n", "There is nothing in this file."],
  ["Name,Note\n", "There is no row under the headings of this file."],
  ['Name\n"Ada\nBea', "A quote that begins in row 2 does not end. Correct the file."],
  [`${Array.from({ length: 5000 }, (_, index) => `c${index}`).join(",")}\n1`, /^This file has 5,000 columns, and at most 500 are read/],
  [`Name\n${"x\n".repeat(100_001)}`, /^This file has 100,001 rows, and at most 100,000 are imported at once/],
  ["GIF89a\0\0", "This is no text, and no workbook. CSV, Excel (.xlsx) and JSON are read."],
])("of %.12j a clear word is said", async (content, problem) => {
  expect(await read(content)).toEqual(typeof problem === "string" ? problem : expect.stringMatching(problem));
});

test("JSON: a list, an object that has one, and one on each line", async () => {
  const sheet = {
    columns: ["name", "tags", "__proto__"],
    rows: [
      [2, "Ada", ["a"], null],
      [3, null, null, 1],
    ],
  };
  const list = '[{"name":"Ada","tags":["a"]},{"__proto__":1}]';
  expect(await read(list, "rows.json")).toEqual(sheet);
  expect(await read(`{"total":2,"rows":${list}}`, "rows.json")).toEqual(sheet);
  expect(await read('{"name":"Ada","tags":["a"]}\n{"__proto__":1}\n', "rows.jsonl")).toEqual(sheet);
  expect(await read("{", "rows.json")).toMatch(/^This is no JSON/);
  expect(await read("[1,2]", "rows.json")).toMatch(/each row is an object/);
});

const workbook = (sheet: string) =>
  zipSync({
    "[Content_Types].xml": strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    "xl/workbook.xml": strToU8(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
    "xl/styles.xml": strToU8(
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="[h]:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ),
    "xl/sharedStrings.xml": strToU8("<sst><si><t>Sha</t><rPh><t>x</t></rPh></si><si><r><t>red </t></r><r><t>&amp; rich</t></r></si></sst>"),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  }) as Uint8Array<ArrayBuffer>;

test("a workbook's texts, numbers, days and yes or no", async () => {
  const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = `<row r="1">${text("A1", "Name")}${text("B1", "Due")}${text("C1", "Zip")}${text("D1", "Paid")}</row>
    <row r="2">${text("A2", "Ada")}<c r="B2" s="1"><v>46112</v></c>${text("C2", "0123")}<c r="D2" t="b"><v>1</v></c></row>
    <row r="4"><c r="A4"><v>1.5</v></c><c r="B4" s="2"><v>0.0625</v></c><c r="C4" t="s"><v>1</v></c><c r="D4" t="e"><v>#REF!</v></c></row>`;
  expect(await read(workbook(sheet), "rows.xlsx")).toEqual({
    columns: ["Name", "Due", "Zip", "Paid"],
    rows: [
      [2, "Ada", "2026-03-31", "0123", true],
      [4, 1.5, "01:30:00", "red & rich", null],
    ],
  });
});

test("what only looks like a workbook, and one that unpacks to more than a browser holds", async () => {
  expect(await read(bytes("PK\u0003\u0004 and no more"), "rows.xlsx")).toMatch(/^This is no workbook that can be opened/);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => void pieces.push(piece));
  const size = 8 * 1024 * 1024;
  const packed = deflateSync(new Uint8Array(size), { level: 1 });
  for (let sheet = 1; sheet <= 33; sheet++) {
    const file: ZipInputFile = { filename: `xl/worksheets/sheet${sheet}.xml`, size, crc: 0, compression: 8 };
    zip.add(file);
    file.ondata?.(null, packed, true);
  }
  zip.end();
  const bomb = new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  expect(bomb.length).toBeLessThan(3 * 1024 * 1024);
  expect(await read(bomb, "rows.xlsx")).toMatch(/^Unpacked, this workbook is larger than 256 MB/);
});
