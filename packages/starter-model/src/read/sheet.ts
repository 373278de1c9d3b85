/** A pasted sheet as a table: what its columns hold is seen in their cells. */
import { BOOLEANS } from "../knowledge/field-words.ts";
import { kindOf, usualFor } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";
import type { Block, Sheet } from "./blocks.ts";
import { type ReadField, readField } from "./field.ts";
import { knownType, type ReadType } from "./field-type.ts";
import { Asides } from "./text.ts";
import { isThing, thingOf } from "./thing.ts";

const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/;
const NUMBER = /^-?\d{1,3}(?:[ ,.']?\d{3})*(?:[.,]\d+)?%?$|^-?\d+(?:[.,]\d+)?%?$/;

export function sheetFields({ header, rows }: Sheet): ReadField[] {
  return header.flatMap((title, at) => {
    const cells = rows.map((row) => row[at] ?? "").filter((cell) => cell !== "");
    const asides = new Asides();
    const read = readField(asides.mask(title), asides);
    const label = asides.take(asides.mask(title)).words;
    const base: ReadField = read?.options || read?.type === "boolean" ? read : { label, type: knownType(label) ?? "text", said: true };
    if (base.type === "select" && !read?.options) base.type = "text";
    const seen = base.options ? null : typeOfCells(label, cells);
    return [{ ...base, label, ...(seen && { type: seen }) }];
  });
}

function typeOfCells(label: string, cells: string[]): ReadType | null {
  const all = (pattern: RegExp) => cells.length > 0 && cells.every((cell) => pattern.test(cell));
  const said = knownType(label);
  if (cells.length === 0) return said === "boolean" && !/\?$|y\/n/i.test(label) && !BOOLEANS.has(label.toLowerCase()) ? "text" : null;
  if (all(/^(?:yes|no|y|n|true|false|x)$/i)) return "boolean";
  if (all(/^\S+@\S+\.\S+$/)) return "email";
  if (all(/^https?:\/\//)) return "url";
  if (all(DATE)) return "date";
  if (all(/^\d{1,2}:\d{2}$/)) return "time";
  if (all(/^\+?[\d ()/-]{7,}$/) && /phone|tel|mobile/i.test(label)) return "phone";
  if (all(NUMBER)) {
    if (/\b(?:id|no|nr|number|code|zip|phone)\b/i.test(label)) return "text";
    if (/^(?:19|20)\d\d$/.test(cells[0]!) && all(/^(?:19|20)\d\d$/)) return "integer";
    if (said === "money" || said === "number" || said === "integer" || said === "percent")
      return said === "integer" && !all(/^-?\d+$/) ? "number" : said;
    return all(/^-?\d+$/) ? "integer" : "number";
  }
  return said === "date" ||
    said === "boolean" ||
    said === "money" ||
    said === "number" ||
    said === "integer" ||
    said === "percent" ||
    said === "select"
    ? "text"
    : null;
}

/** What a sheet is about, and whether that was said or is plain from its columns. */
export type Title = { name: string; isSure: boolean };

/** By its own title, by what is plainly said around it, by its columns, by what else is spoken of. */
export function titleOf(sheet: Sheet, blocks: readonly Block[], spoken: string | null): Title {
  const said = sheet.title && isThing(sheet.title, true) ? sheet.title : (subjectIn(blocks) ?? subjectOfHeader(sheet.header) ?? spoken);
  if (said) return { name: said, isSure: true };
  const usual = usualFor(sheet.header) ?? thingOf(sheet.header[0] ?? "");
  return { name: usual && isThing(usual, true) ? usual : "record", isSure: false };
}

/** "this is our supplier list", "Import this. Also …": what is said around a sheet may name it. */
function subjectIn(blocks: readonly Block[]): string | null {
  const prose = blocks.flatMap((block) => (block.kind === "prose" ? [block.text] : [])).join(" ");
  const named = /\b(?:our|my|the|of|for)\s+([\w-]+(?: [\w-]+)?)\s+(?:list|register|log|database|sheet|inventory|table|excel|file)\b/i.exec(
    prose,
  )?.[1];
  if (named && isThing(named)) return named;
  const [, rows = ""] = /\b(?:this|these|it|they)(?:'s| is| are)(?: all)? (?:about|for) (?:the |our |my |all )*([\w-]+)/i.exec(prose) ?? [];
  return singular(rows) !== rows && isThing(rows) ? singular(rows) : null;
}

/** What names a row by a code, but is not what the row is. */
const CODE = /^(?:isbn|ean|sku|gtin|iban|vin|imei|barcode|serial|plate|id|code|ref)$/;

/** A sheet is about what its first title names, or what its titles are usual for. */
function subjectOfHeader(header: string[]): string | null {
  const first = header[0]!;
  const named = thingOf(first.replace(/\s*\b(?:id|no|nr|number|code|name|title|key|ref|tag)\b\.?\s*$/i, ""));
  if (named && isThing(named) && !CODE.test(named) && !/^(?:date|name|day|month)$/.test(named)) return named;
  const titles = new Set(header.map((title) => singular(title.toLowerCase())));
  if (titles.has("email") || (titles.has("role") && titles.has("team")))
    return titles.has("name") && titles.has("start date") ? "employee" : "contact";
  for (const title of header) if (kindOf(title) && isThing(title) && /(?:id|no|number)/i.test(title)) return title;
  if ([...titles].some((title) => /reading/.test(title))) return "reading";
  if (titles.has("km start") || titles.has("purpose")) return "trip";
  if (titles.has("hour")) return "time entry";
  if (titles.has("monday")) return "shift";
  return null;
}
