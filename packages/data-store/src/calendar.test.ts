import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf, daysOf, plusDays, Zone } from "./calendar.ts";

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Chatham", "America/Sao_Paulo", "Pacific/Apia"];
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a day in a zone", () => {
  it("begins with the first moment that falls on it, also where the clock is changed", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (date, name) => {
        const zone = new Zone(name);
        const start = Date.parse(zone.startOf(date));
        // A day that a zone has left out, as Samoa did in 2011, begins where the next one does.
        expect(zone.dayAt(start) >= date).toBe(true);
        expect(zone.dayAt(start - 1) < date).toBe(true);
      }),
    );
  });

  it.each([
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z"],
    ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z"],
    ["Asia/Kolkata", "2026-03-31", "2026-03-30T18:30:00.000Z"],
  ])("%s %s", (zone, date, start) => expect(new Zone(zone).startOf(date)).toBe(start));
});

describe("a period", () => {
  it.each([
    ["today", "2026-03-31", "2026-04-01"],
    ["yesterday", "2026-03-30", "2026-03-31"],
    ["this_week", "2026-03-30", "2026-04-06"],
    ["last_week", "2026-03-23", "2026-03-30"],
    ["next_month", "2026-04-01", "2026-05-01"],
    ["last_month", "2026-02-01", "2026-03-01"],
    ["this_quarter", "2026-01-01", "2026-04-01"],
    ["next_quarter", "2026-04-01", "2026-07-01"],
    ["last_year", "2025-01-01", "2026-01-01"],
    ["last_7_days", "2026-03-25", "2026-04-01"],
    ["next_7_days", "2026-03-31", "2026-04-07"],
  ])("%s", (period, first, after) => expect(daysOf(period, "2026-03-31")).toEqual({ first, after }));

  it("holds a day in exactly one of each kind of bucket", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("week", "month", "quarter", "year"), (date, bucket) => {
        const { first, after } = daysOf(`this_${bucket}`, date);
        expect(first <= date && date < after).toBe(true);
        expect([bucketOf(date, bucket), bucketOf(plusDays(after, -1), bucket), bucketOf(after, bucket)]).toEqual([first, first, after]);
      }),
    );
  });
});
