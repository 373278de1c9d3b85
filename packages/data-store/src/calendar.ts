/** Days as people mean them: today and this month in a time zone, the day that a moment falls on, and where a day begins. */
import type { Bucket } from "@edgewright/contracts";
import { iso } from "@edgewright/core";

const DAY_MS = 86_400_000;
const MINUTES_15 = 900_000;

/** A day such as `2026-03-31`; `after` is the first one that is no longer in it. */
export type Days = { first: string; after: string };

const dayOf = (ms: number): string => iso(ms).slice(0, 10);
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const plusDays = (day: string, days: number): string => dayOf(msOf(day) + days * DAY_MS);

function plusMonths(day: string, months: number): string {
  const date = new Date(msOf(day));
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

/** The first day of the week, month … that a day is in. */
export function bucketOf(day: string, bucket: Bucket): string {
  if (bucket === "day") return day;
  if (bucket === "week") return plusDays(day, -((new Date(msOf(day)).getUTCDay() + 6) % 7));
  const month = Number(day.slice(5, 7));
  const first = bucket === "year" ? 1 : bucket === "quarter" ? month - ((month - 1) % 3) : month;
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}

const nextBucket = (first: string, bucket: Bucket, by: number): string =>
  bucket === "day"
    ? plusDays(first, by)
    : bucket === "week"
      ? plusDays(first, 7 * by)
      : plusMonths(first, by * { month: 1, quarter: 3, year: 12 }[bucket]);

/** The days of a `Period`, counted from `today`. */
export function daysOf(period: string, today: string): Days {
  const single = { yesterday: -1, today: 0, tomorrow: 1 }[period];
  if (single !== undefined) return { first: plusDays(today, single), after: plusDays(today, single + 1) };
  const counted = /^(last|next)_(\d+)_days$/.exec(period);
  if (counted) {
    const days = Number(counted[2]);
    return counted[1] === "last"
      ? { first: plusDays(today, 1 - days), after: plusDays(today, 1) }
      : { first: today, after: plusDays(today, days) };
  }
  const [which, bucket] = period.split("_") as ["this" | "last" | "next", Bucket];
  const by = { last: -1, this: 0, next: 1 }[which];
  const first = nextBucket(bucketOf(today, bucket), bucket, by);
  return { first, after: nextBucket(first, bucket, 1) };
}

/** A time zone, with what was already looked up of it. */
export class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  constructor(name: string) {
    this.format = new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  }

  dayAt(ms: number): string {
    return dayOf(ms + this.offsetAt(ms));
  }

  /** The first moment of a day, also where the clock leaves midnight out or has it twice. */
  startOf(day: string): string {
    const midnight = msOf(day);
    const moments = [-DAY_MS, DAY_MS].map((beside) => midnight - this.offsetAt(midnight + beside));
    return iso(Math.min(...moments.filter((ms) => this.dayAt(ms) >= day)));
  }

  /** Clocks are changed at quarters of an hour. */
  private offsetAt(ms: number): number {
    const quarter = Math.floor(ms / MINUTES_15);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    const name = this.format.formatToParts(quarter * MINUTES_15).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes, seconds] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
    const size = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
    const offset = sign === "-" ? -size : size;
    this.offsets.set(quarter, offset);
    return offset;
  }
}
