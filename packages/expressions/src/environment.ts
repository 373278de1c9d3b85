/**
 * What conditions know beside CEL's own: numbers are numbers, whether written `2` or `2.0`; days, instants and times of day;
 * `now()` and `today()`. A result that is no number, such as of a division by zero, is an error, as it is in the database.
 */
import { Environment } from "@marcbachmann/cel-js";
import { DAY, Day, INSTANT, Instant, TIME, Time } from "./kinds.ts";

/** Set just before an expression is evaluated, which never waits. */
export const clock = { now: "", today: "" };

export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Error("not a number");
  return value;
}

export const ARITHMETIC: Record<string, (left: number, right: number) => number> = {
  "+": (left, right) => finite(left + right),
  "-": (left, right) => finite(left - right),
  "*": (left, right) => finite(left * right),
  "/": (left, right) => finite(right === 0 ? Number.NaN : left / right),
};

const ORDER: Record<string, (left: string, right: string) => boolean> = {
  "==": (left, right) => left === right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

const shaped = (text: string, pattern: RegExp): string => {
  if (!pattern.test(text)) throw new Error(`not of the form ${pattern}`);
  return text;
};

function makeBase(): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 200, maxDepth: 24, maxListElements: 100, maxCallArguments: 4 } });
  for (const [op, compute] of Object.entries(ARITHMETIC))
    for (const [left, right] of [
      ["int", "double"],
      ["double", "int"],
    ])
      environment.registerOperator(`${left} ${op} ${right}: double`, (one: unknown, other: unknown) => compute(Number(one), Number(other)));
  for (const [name, ctor] of Object.entries({ Day, Instant, Time })) {
    environment.registerType(name, { ctor, fields: {} });
    for (const [op, compare] of Object.entries(ORDER))
      environment.registerOperator(`${name} ${op} ${name}: bool`, (one: Day, other: Day) => compare(one.text, other.text));
  }
  return environment
    .registerFunction("today(): Day", () => new Day(clock.today))
    .registerFunction("now(): Instant", () => new Instant(clock.now))
    .registerFunction("date(string): Day", (text: string) => new Day(shaped(text, DAY)))
    .registerFunction("instant(string): Instant", (text: string) => new Instant(shaped(text, INSTANT)))
    .registerFunction("time(string): Time", (text: string) => new Time(shaped(text, TIME)))
    .registerFunction("round(double): double", (value: number) => rounded(value, 0))
    .registerFunction("round(double, double): double", (value: number, digits: number) => rounded(value, digits))
    .registerFunction("text(double): string", (value: number) => String(value))
    .registerFunction("days(Day, Day): double", (from: Day, to: Day) => (instantOf(to) - instantOf(from)) / DAY_MS)
    .registerFunction("plusDays(Day, double): Day", (day: Day, days: number) => dayAt(instantOf(day) + Math.round(days) * DAY_MS))
    .registerFunction(
      "seconds(Instant, Instant): double",
      (from: Instant, to: Instant) => (Date.parse(to.text) - Date.parse(from.text)) / 1000,
    )
    .registerFunction("seconds(Time, Time): double", (from: Time, to: Time) => secondOf(to) - secondOf(from));
}

const DAY_MS = 24 * 3600 * 1000;
const instantOf = ({ text }: Day): number => Date.parse(`${text}T00:00:00.000Z`);
const dayAt = (instant: number): Day => new Day(shaped(new Date(finite(instant)).toISOString().slice(0, 10), DAY));
const secondOf = ({ text }: Time): number => Date.parse(`1970-01-01T${text}Z`) / 1000;

/** Half away from zero, of the number as it is written: 1.005 is rounded to 1.01. */
export function rounded(value: number, digits: number): number {
  const scale = 10 ** Math.max(0, Math.min(9, Math.round(digits)));
  const units = Number((Math.abs(value) * scale).toPrecision(15));
  return finite((Math.sign(value) * Math.round(units)) / scale) + 0;
}

let base: Environment | null = null;

/** To be added to. Made when first needed, since most apps have no conditions. */
export function newEnvironment(): Environment {
  base ??= makeBase();
  return base.clone();
}
