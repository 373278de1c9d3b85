/** Searching, filtering and sorting of rows that are already in the browser. */
import { fold, type useTable } from "@edgewright/app-kit";
import { addMonths, format, parseISO } from "date-fns";
import { useSearchParams } from "react-router";
import { filesOf } from "./files";
import { formatDate, formatDateTime, formatNumber } from "./format";

/** What `useTable<T>` returns. */
export type TableOf<T extends object> = ReturnType<typeof useTable<T>>;

/** What the platform adds to a row, and what another row is referred to by, nobody sees. */
const HIDDEN = new Set(["id", "createdAt", "updatedAt", "createdBy", "revision"]);
const REFERENCE = /^row_[0-9a-z]{26}$/;
const DATE = /^\d{4}-\d\d-\d\d(?:T|$)/;

/** A value as it may be typed: as it is written on the page, and plainly. */
function textsOf(value: unknown): string[] {
  if (typeof value === "number") return [String(value), formatNumber(value)];
  if (typeof value === "object") return filesOf(value).map(({ name }) => name);
  if (typeof value !== "string" || REFERENCE.test(value)) return [];
  if (DATE.test(value)) return [value.slice(0, 10), value.includes("T") ? formatDateTime(value) : formatDate(value)];
  return [value];
}

/** `words` folded. */
export const matchesSearch = (row: object, words: string) =>
  words === "" ||
  Object.entries(row).some(([name, value]) => !HIDDEN.has(name) && textsOf(value).some((text) => fold(text).includes(words)));

/** Search words and chosen values are kept in the address, so that a link shows what I see. */
export function useRowFilter<T extends object>(rows: T[]) {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );

  const search = params.get("q") ?? "";
  const chosen = [...params].filter(([name]) => name !== "q");
  const words = fold(search);
  const kept = rows.filter(
    (row) => matchesSearch(row, words) && chosen.every(([name, value]) => !(name in row) || String(row[name as keyof T]) === value),
  );

  return {
    rows: kept,
    search: { value: search, onChange: (value: string) => set("q", value) },
    choice: (name: keyof T & string) => ({ value: params.get(name) ?? "", onChange: (value: string) => set(name, value) }),
  };
}

/** Empty values last; numbers by size; texts by alphabet; values of a list of options by their place in it. */
export function compareValues(a: unknown, b: unknown, order?: readonly string[]): number {
  if (a == null || a === "") return b == null || b === "" ? 0 : 1;
  if (b == null || b === "") return -1;
  if (order) return order.indexOf(String(a)) - order.indexOf(String(b));
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

type Amount<T> = (row: T) => number | null;

/** 0.1 and 0.2 are 0.3: digits that only come from adding up are left out. */
const add = (sum: number, value: number | null) => Number((sum + (value ?? 0)).toPrecision(15));

export const sumOf = <T>(rows: T[], amount: Amount<T>) => rows.reduce((sum, row) => add(sum, amount(row)), 0);

/** How many of some rows are of a kind, in whole percent; nothing where there are none. */
export function shareOf<T>(rows: T[], among: (row: T) => boolean, is: (row: T) => boolean): string {
  const all = rows.filter(among);
  return all.length === 0 ? "–" : `${Math.round((100 * all.filter(is).length) / all.length)}%`;
}

function grouped<T>(rows: T[], group: (row: T) => string, amount: Amount<T> = () => 1): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(group(row), add(sums.get(group(row)) ?? 0, amount(row)));
  return sums;
}

/** Adds up `amount` of the rows of each group, largest first; counts the rows when no amount is given. */
export function totals<T>(rows: T[], group: (row: T) => string, amount?: Amount<T>) {
  return [...grouped(rows, group, amount)].map(([name, value]) => ({ name: name || "None", value })).sort((a, b) => b.value - a.value);
}

/** The mean of `amount` of the rows of each group, largest first; rows without one are left out. */
export function averages<T>(rows: T[], group: (row: T) => string, amount: Amount<T>) {
  const measured = rows.filter((row) => amount(row) !== null);
  const counts = grouped(measured, group);
  return totals(measured, group, amount).map(({ name, value }) => ({
    name,
    value: value / (counts.get(name === "None" ? "" : name) ?? counts.get(name) ?? 1),
  }));
}

type Day<T> = (row: T) => string | null;

/** The same by month, from the first to the last one, those without a row included. */
export function monthlyTotals<T>(rows: T[], date: Day<T>, amount?: Amount<T>) {
  const sums = grouped(rows, (row) => date(row)?.slice(0, 7) ?? "", amount);
  sums.delete("");
  const [first, ...others] = [...sums.keys()].sort();
  const last = others.at(-1) ?? first;
  const months: { name: string; value: number }[] = [];
  for (let month = first; month && last && month <= last; month = format(addMonths(parseISO(`${month}-01`), 1), "yyyy-MM"))
    months.push({ name: format(parseISO(`${month}-01`), "MMM yyyy"), value: sums.get(month) ?? 0 });
  return months;
}

/** The mean of each month in which there is one. */
export function monthlyAverages<T>(rows: T[], date: Day<T>, amount: Amount<T>) {
  const measured = rows.filter((row) => amount(row) !== null);
  const counts = monthlyTotals(measured, date);
  return monthlyTotals(measured, date, amount).flatMap(({ name, value }, at) => {
    const count = counts[at]?.value ?? 0;
    return count === 0 ? [] : [{ name, value: value / count }];
  });
}
