import { expect, test } from "vitest";
import { plainDate, relativeTime } from "./time.ts";

const now = new Date("2026-11-25T12:00:00Z");
const ago = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1000), now);

test("times read as a person would say them", () => {
  expect(ago(0)).toBe("just now");
  expect(ago(59)).toBe("just now");
  expect(ago(60)).toBe("1 minute ago");
  expect(ago(3_600 * 5 + 1_000)).toBe("5 hours ago");
  expect(ago(86_400)).toBe("yesterday");
  expect(ago(86_400 * 400)).toBe("last year");
});

test("so does what is ahead", () => {
  expect(ago(-7 * 86_400 + 5)).toBe("in 7 days");
  expect(ago(-3_600)).toBe("in 1 hour");
});

test("the server's date does not depend on a time zone", () => {
  expect(plainDate(new Date("2026-11-25T23:59:00Z"))).toBe("Nov 25, 2026");
});
