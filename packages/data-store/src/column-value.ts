/** The values a field may hold, each in the one form in which it is stored and compared: instants in UTC, dates of the calendar, numbers that are exact. */
import type { Column } from "@edgewright/contracts";
import { z } from "zod";
import { jsonProblem } from "./json-value.ts";
import { textProblem } from "./text-value.ts";

const LENGTH = { text: 1_000, longtext: 50_000, url: 2_000, email: 320, file: 500, reference: 100 };

const refusing = (problemOf: (value: unknown) => string | null) =>
  z.unknown().superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem !== null) context.addIssue({ code: "custom", message: problem });
  });

const text = (max: number) =>
  z
    .string({ error: "must be text" })
    .max(max, `has more than ${max.toLocaleString("en-US")} characters`)
    .superRefine((value, context) => {
      const problem = textProblem(value);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    });

const number = (whole: boolean) =>
  refusing((value) => {
    if (typeof value === "bigint" || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      return whole ? "is too large" : "is too large to be kept exactly";
    if (typeof value !== "number") return whole ? "must be a whole number" : "must be a number";
    if (Number.isNaN(value)) return "must be a number, with no more digits than can be kept exactly";
    if (whole && !Number.isInteger(value)) return "must be a whole number";
    return whole && !Number.isSafeInteger(value) ? "is too large" : null;
  }).transform((value) => (value === 0 ? 0 : value));

export const DATE = z.iso.date({ error: "must be a date such as 2026-03-31" });

const ZONED = /(Z|[+-]\d\d:\d\d)$/;

const NOT_A_TIME = "must be a date and time such as 2026-03-31T09:30Z";

/** One without a zone is in UTC, as all that the platform gives out. */
export const DATETIME = z
  .string({ error: NOT_A_TIME })
  .transform((value) => value.replace(/(T\d\d:\d\d)(?=(Z|[+-]\d\d:\d\d)$)/, "$1:00"))
  .pipe(z.iso.datetime({ local: true, offset: true, error: NOT_A_TIME }))
  .transform((value, context) => {
    const instant = new Date(ZONED.test(value) ? value : `${value}Z`);
    const [, fraction = ""] = /\.(\d+)/.exec(value) ?? [];
    const year = Number.isNaN(instant.getTime()) ? -1 : instant.getUTCFullYear();
    if (year < 0 || year > 9999) context.addIssue("is not a time in the years 0 to 9999");
    else if (/[1-9]/.test(fraction.slice(3))) context.addIssue("has more than milliseconds");
    else return instant.toISOString();
    return z.NEVER;
  });

function shapeOf(column: Column): z.ZodType<unknown> {
  switch (column.type) {
    case "text":
    case "longtext":
    case "file":
    case "reference":
      return text(LENGTH[column.type]);
    case "number":
      return number(false);
    case "integer":
      return number(true);
    case "boolean":
      return z.boolean({ error: "must be yes or no" });
    case "date":
      return DATE;
    case "datetime":
      return DATETIME;
    case "select":
      return z.enum((column.options ?? []) as [string, ...string[]], { error: `must be one of: ${(column.options ?? []).join(", ")}` });
    case "email":
      return z.email({ error: "must be an e-mail address" }).max(LENGTH.email);
    case "url":
      return z.url({ protocol: /^https?$/, error: "must be an address that starts with http:// or https://" }).max(LENGTH.url);
    case "json":
      return refusing(jsonProblem);
  }
}

export type ParsedValue = { ok: true; value: unknown } | { ok: false; problem: string };

export function parseColumn(column: Column, value: unknown): ParsedValue {
  const result = shapeOf(column).safeParse(value);
  return result.success ? { ok: true, value: result.data } : { ok: false, problem: result.error.issues[0]?.message ?? "does not fit" };
}

export const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";

/** Whether a stored value may stand in `column`. An empty one may: it asks for a value at the next save. */
export const fits = (column: Column, value: unknown): boolean => isEmpty(value) || parseColumn(column, value).ok;
