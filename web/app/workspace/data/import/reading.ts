/** How the cells of a column are to be read, seen in all of its rows: as numbers with decimal commas, as dates with the day first. */
import type { Json } from "@edgewright/contracts";
import { isBlank, type Sheet } from "./sheet.ts";

export type Kind = "empty" | "boolean" | "number" | "date" | "datetime" | "time" | "email" | "url" | "text" | "json";
export type Reading = { kind: Kind; decimalComma: boolean; dayFirst: boolean };

/** `1 234,50 €`, `CHF 1'234.50`, `(12)`, `12 %`: the number that stands in it, as digits with its marks. */
const NUMBER = /^\(?\s*(?:[$€£¥₹]|[A-Z]{3}\s)?\s*([-+−]?[\d.,'’\s\u00A0\u202F]*\d(?:e[-+]?\d{1,3})?)\s*(?:[$€£¥₹%]|\s[A-Z]{3})?\s*\)?$/i;
const DAY = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[T\s,]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*([ap]\.?m\.?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
export const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i;
const YES_NO = /^(?:yes|no|y|n|true|false|ja|nein|oui|non|s[ií]|x|☑|☐|✓)$/i;
/** What counts and is written with zeros before it is a name, as a telephone number is. */
const LEADING_ZERO = /^[-+]?0\d/;

/** With a plus or a zero before it, as no amount is written. */
export const isPhoneText = (text: string): boolean => /^(\+|\(?0)[\d\s()./-]{6,}$/.test(text);

const textOf = (cell: Json): string => String(cell).trim();
export const isNumberText = (text: string) => NUMBER.test(text) && !LEADING_ZERO.test(text.replace(/[\s()]/g, "")) && !DAY.test(text);

/** One reading a column. What one column leaves open (is 1.234 a thousand or little more than one?) the others may tell. */
export function readingsOf({ columns, rows }: Sheet): Reading[] {
  const cells = columns.map((_, index) => rows.map((row) => row.cells[index] ?? null).filter((cell) => !isBlank(cell)));
  const marks = cells.map(marksIn);
  const someComma = marks.some((mark) => mark === "comma") && !marks.some((mark) => mark === "point");
  const orders = cells.map(orderIn);
  const someMonthFirst = orders.some((order) => order === "month") && !orders.some((order) => order === "day");
  return cells.map((column, index) => {
    const decimalComma = marks[index] === "comma" || (marks[index] !== "point" && someComma);
    const dayFirst = orders[index] === "day" || (orders[index] !== "month" && !someMonthFirst);
    return { kind: kindOf(column, { decimalComma, dayFirst }), decimalComma, dayFirst };
  });
}

function kindOf(cells: readonly Json[], how: Omit<Reading, "kind">): Kind {
  if (cells.length === 0) return "empty";
  if (cells.some((cell) => typeof cell === "object")) return "json";
  const all = (test: (cell: Json) => boolean) => cells.every(test);
  if (all((cell) => typeof cell === "boolean" || YES_NO.test(textOf(cell)))) return "boolean";
  if (all((cell) => typeof cell === "number" || isNumberText(textOf(cell)))) return "number";
  if (all((cell) => readDay(textOf(cell), how.dayFirst) !== null))
    return cells.some((cell) => / |T/.test(textOf(cell))) ? "datetime" : "date";
  if (all((cell) => CLOCK.test(textOf(cell)))) return "time";
  if (all((cell) => /^\S+@\S+\.\S+$/.test(textOf(cell)))) return "email";
  return all((cell) => /^https?:\/\//i.test(textOf(cell))) ? "url" : "text";
}

/** What stands before the fraction, where it is plain. */
function marksIn(cells: readonly Json[]): "comma" | "point" | null {
  for (const cell of cells) {
    if (typeof cell !== "string" || !isNumberText(cell.trim())) continue;
    const [comma, point] = [cell.lastIndexOf(","), cell.lastIndexOf(".")];
    if (comma >= 0 && point >= 0) return comma > point ? "comma" : "point";
    if (comma < 0 && point < 0) continue;
    const mark = comma >= 0 ? "," : ".";
    const isOnce = cell.indexOf(mark) === cell.lastIndexOf(mark);
    const isThousands = new RegExp(`\\${mark}\\d{3}(?!\\d)`).test(cell);
    if (isOnce && !isThousands) return mark === "," ? "comma" : "point";
    // 1.234.567 has points between thousands, and so a comma before the fraction.
    if (!isOnce) return mark === "," ? "point" : "comma";
  }
  return null;
}

/** Whether 3/4 is in April or in March, where it is plain. */
function orderIn(cells: readonly Json[]): "day" | "month" | null {
  for (const cell of cells) {
    const [, first = "", mark, second] = (typeof cell === "string" && DAY.exec(cell.trim())) || [];
    if (mark === undefined || first.length === 4) continue;
    if (Number(first) > 12 || mark === ".") return "day";
    if (Number(second) > 12) return "month";
  }
  return null;
}

/** With the mark of the column before the fraction; null: it is no number. */
export function readNumber(text: string, decimalComma: boolean): number | null {
  const [, digits] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return null;
  const bare = digits.replace(/[\s\u00A0\u202F'’]/g, "").replace("−", "-");
  const plain = decimalComma ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
  const value = Number(plain);
  if (plain === "" || !Number.isFinite(value)) return null;
  return /^\(.*\)$/.test(text) ? -value : value;
}

/** `day`: 2026-03-31; `time`: 09:30, where one is said; `zone` as well. null: it is no day of the calendar. */
export function readDay(text: string, dayFirst: boolean): { day: string; time: string | null; zone: string } | null {
  const [, first = "", , second = "", third = "", clock, half, zone = ""] = DAY.exec(text) ?? [];
  if (first === "") return null;
  const [year, month, day] = first.length === 4 ? [first, second, third] : dayFirst ? [third, second, first] : [third, first, second];
  if (year.length === 3 || year.length === 1 || day.length > 2 || month.length > 2) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const written = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written) return null;
  const time = clock === undefined ? null : readClock(`${clock} ${half ?? ""}`.trim());
  return clock !== undefined && time === null ? null : { day: written, time, zone };
}

/** `09:30`, with seconds where there are some. */
export function readClock(text: string): string | null {
  const [, hour, minute, second, half] = CLOCK.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return [String(hours).padStart(2, "0"), minute, ...(second === undefined || second === "00" ? [] : [second])].join(":");
}
