/** A value of a row as a mail shows it. */
import { type Column, fractionDigits } from "@edgewright/contracts";

const LANGUAGE = "en-GB";

export function shownValue(column: Column, value: unknown, zone: string): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map((entry) => shownValue(column, entry, zone)).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return shownNumber(column, value);
  if (typeof value === "object") return "name" in value && typeof value.name === "string" ? value.name : JSON.stringify(value);
  const text = String(value);
  if (column.type === "date") return shownMoment(`${text}T00:00:00Z`, { dateStyle: "long", timeZone: "UTC" }) ?? text;
  if (column.type === "datetime") return shownMoment(text, { dateStyle: "long", timeStyle: "short", timeZone: zone }) ?? text;
  return column.looks?.[text]?.label ?? text;
}

function shownMoment(text: string, options: Intl.DateTimeFormatOptions): string | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Intl.DateTimeFormat(LANGUAGE, options).format(at);
}

function shownNumber({ type, currency, format, digits }: Column, value: number): string {
  if (type === "duration") return `${Math.floor(value / 3600)}:${String(Math.floor(value / 60) % 60).padStart(2, "0")} h`;
  if (type === "money" && currency !== undefined) {
    const fraction = fractionDigits(currency);
    const options = { style: "currency", currency, minimumFractionDigits: fraction, maximumFractionDigits: fraction } as const;
    return new Intl.NumberFormat(LANGUAGE, options).format(value);
  }
  if (format === "percent") return `${value} %`;
  return new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: digits ?? 9 }).format(value);
}

const TITLES: ReadonlySet<Column["type"]> = new Set(["text", "autonumber", "email"]);

/** What a row is called: by its first short text, else by its first field. */
export const titleColumn = (columns: readonly Column[]): Column | undefined => columns.find(({ type }) => TITLES.has(type)) ?? columns[0];
