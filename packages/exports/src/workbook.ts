/** A workbook of one sheet (Office Open XML), written while it is sent. Texts stand in it as texts, which no spreadsheet takes for formulas. */
import { type Column, fractionDigits } from "@edgewright/contracts";
import type { ZippedFile } from "@edgewright/storage";

const encoder = new TextEncoder();
/** What a cell of a spreadsheet holds at most. */
const CELL_MAX = 32_767;
const DAY_MS = 24 * 3600 * 1000;
/** The day from which spreadsheets count. */
const EPOCH = Date.UTC(1899, 11, 30);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The styles of cells, by their place in the style sheet. */
const STYLES = ["General", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "[h]:mm:ss", "#,##0.00", "#,##0", "#,##0.000"] as const;
const styleOf = (format: (typeof STYLES)[number]) => STYLES.indexOf(format);

/** Characters that XML cannot hold, and half characters. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(UNFIT, "").replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

export function workbookFiles(title: string, sheet: AsyncIterable<Uint8Array>): ZippedFile[] {
  // A sheet's name has at most 31 characters, and not these.
  const name =
    title
      .replace(/[[\]:*?/\\]/g, " ")
      .slice(0, 31)
      .trim() || "Rows";
  const file = (path: string, text: string): ZippedFile => ({ path, pieces: [encoder.encode(XML + text)] });
  const part = (path: string, type: string) => `<Override PartName="${path}" ContentType="${TYPE}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const formats = STYLES.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(format)}"/>`).join("");
  const styles = STYLES.map(
    (_, index) => `<xf numFmtId="${index === 0 ? 0 : 164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const bold = '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>';
  return [
    file(
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}${part("/xl/worksheets/sheet1.xml", "worksheet")}</Types>`,
    ),
    file(
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    file(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "styles", "styles.xml")}</Relationships>`,
    ),
    file(
      "xl/styles.xml",
      `<styleSheet xmlns="${MAIN}"><numFmts count="${STYLES.length}">${formats}</numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill/><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length + 1}">${styles.join("")}${bold}</cellXfs></styleSheet>`,
    ),
    { path: "xl/worksheets/sheet1.xml", pieces: sheet },
  ];
}

export async function* sheetPieces(columns: readonly Column[], pages: AsyncIterable<unknown[][]>): AsyncGenerator<Uint8Array> {
  const head = columns.map(({ label }) => textCell(label, STYLES.length)).join("");
  const pane =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield encoder.encode(`${XML}<worksheet xmlns="${MAIN}">${pane}<sheetData><row>${head}</row>`);
  for await (const rows of pages) {
    const text = rows.map((row) => `<row>${row.map((value, index) => cell(columns[index], value)).join("")}</row>`).join("");
    yield encoder.encode(text);
  }
  yield encoder.encode("</sheetData></worksheet>");
}

const textCell = (text: string, style = 0) =>
  `<c t="inlineStr"${style === 0 ? "" : ` s="${style}"`}><is><t xml:space="preserve">${escaped(text.slice(0, CELL_MAX))}</t></is></c>`;
const numberCell = (value: number, style: number) => `<c s="${style}"><v>${value}</v></c>`;

function cell(column: Column | undefined, value: unknown): string {
  if (value === null || value === undefined || value === "") return "<c/>";
  if (typeof value === "boolean") return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") {
    if (column?.type === "duration") return numberCell(value / 86_400, styleOf("[h]:mm:ss"));
    return numberCell(value, column?.type === "money" ? moneyStyle(column) : 0);
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (column?.type === "date" || column?.type === "datetime") {
    const days = (Date.parse(text) - EPOCH) / DAY_MS;
    // Spreadsheets know no days before their own count begins, and count the first two months of 1900 otherwise.
    if (days > 60) return numberCell(days, styleOf(column.type === "date" ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm"));
  }
  return textCell(text);
}

const moneyStyle = ({ currency }: Column) => {
  const digits = fractionDigits(currency);
  return styleOf(digits === 0 ? "#,##0" : digits === 3 ? "#,##0.000" : "#,##0.00");
};
