/** How values are written for people. An empty value is an empty text. */
import { differenceInCalendarDays, format, isSameYear, isValid, parseISO } from "date-fns";

type Value<T> = T | null | undefined;

const whenValid = (value: Value<string>, pattern: string) => {
  const date = value ? parseISO(value) : null;
  return date && isValid(date) ? format(date, pattern) : "";
};

export const formatDate = (value: Value<string>) => whenValid(value, "d MMM yyyy");

const NEAR: Record<number, string> = { [-1]: "Yesterday", 0: "Today", 1: "Tomorrow" };
/** A day as people say it, seen from today: "Tomorrow", "Fri 4 Dec", "4 Dec 2027". */
export function formatDay(value: Value<string>): string {
  const date = value ? parseISO(value) : null;
  if (!date || !isValid(date)) return "";
  const days = differenceInCalendarDays(date, new Date());
  return NEAR[days] ?? format(date, days > 0 && days < 7 ? "EEE d MMM" : isSameYear(date, new Date()) ? "d MMM" : "d MMM yyyy");
}

export const formatTime = (value: Value<string>) => whenValid(value, "HH:mm");
export const formatDateTime = (value: Value<string>) => whenValid(value, "d MMM yyyy, HH:mm");

/** A number is shown with every digit that is stored. */
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 20 });
/** What amounts of money in this app are in. */
const CURRENCY = "USD";
const money = new Intl.NumberFormat("en", { style: "currency", currency: CURRENCY, maximumFractionDigits: 20 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export const formatNumber = (value: Value<number>) => (value == null ? "" : number.format(value));
/** 12,500 reads 12.5K, for the axis of a chart. */
export const formatCompact = (value: number) => compact.format(value);
export const formatMoney = (value: Value<number>) => (value == null ? "" : money.format(value));

/** `in_progress` reads "In progress". */
export const formatOption = (value: Value<string>) => {
  const words = (value ?? "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const formatYesNo = (value: Value<boolean>) => (value ? "Yes" : "No");
