/** The values a field may hold, each in the one form in which it is stored and compared: instants in UTC, dates of the calendar, numbers that are exact. */
import { type Column, FILES_MAX, FileId, FileValue, isPicture, scaleOf } from "@edgewright/contracts";
import { z } from "zod";
import { exactNumber } from "./exact-number.ts";
import { jsonProblem } from "./json-value.ts";
import { textProblem } from "./text-value.ts";

const LENGTH = { text: 1_000, longtext: 50_000, url: 2_000, email: 320, reference: 100, user: 100, autonumber: 40 };
/** Rows that one row's list may refer to. */
const REFERENCES_MAX = 500;
/** A hundred years. */
const SECONDS_MAX = 3_200_000_000;

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

const exact = (scale: number) =>
  number(false).transform((value, context) => {
    const kept = exactNumber(Number(value), scale);
    if (kept.ok) return kept.value;
    context.addIssue(kept.problem);
    return z.NEVER;
  });

const whole = (min: number, max: number, problem: string) =>
  refusing((value) => (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max ? null : problem));

const TIME = z
  .string({ error: "must be a time such as 09:30" })
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, "must be a time such as 09:30")
  .transform((value) => value.replace(/^(\d\d:\d\d):00$/, "$1"));

const NO_PHONE = "must be a phone number such as +41 44 668 18 00";
/** As people write it: leading zeros, spaces and brackets stay. */
const PHONE = z
  .string({ error: NO_PHONE })
  .trim()
  .max(40, NO_PHONE)
  .regex(/^\+?[\d\s()./-]+(\s*(ext|x)\.?\s*\d{1,6})?$/i, NO_PHONE)
  .refine((value) => /^\d{3,20}$/.test(value.replace(/\D/g, "")), NO_PHONE);

/** With the letters of every script, before the @ and after it. */
const EMAIL =
  /^(?!\.)(?!.*\.\.)[\p{L}\p{M}\p{N}_'+.-]*[\p{L}\p{M}\p{N}_+-]@([\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.)+(\p{L}[\p{L}\p{M}]+|xn--[a-z\d-]+)$/iu;

/** Each entry once, in the order of `order` where one is given. */
const list = (entry: z.ZodType<string>, order: readonly string[] | null) =>
  z
    .array(entry, { error: "must be a list" })
    .max(REFERENCES_MAX, `has more than ${REFERENCES_MAX} entries`)
    .transform((entries) => (order ? order.filter((one) => entries.includes(one)) : [...new Set(entries)]));

const choice = (options: readonly string[] = []) =>
  z.enum(options as [string, ...string[]], { error: `must be one of: ${options.join(", ")}` });

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

/** A file by its id; what else is said of it is looked up where the row is checked, and is there in what is stored. */
const file = z.unknown().transform((value, context): Partial<FileValue> & Pick<FileValue, "id"> => {
  const whole = FileValue.safeParse(value);
  if (whole.success) return whole.data;
  const id = FileId.safeParse(typeof value === "object" && value !== null && "id" in value ? value.id : value);
  if (id.success) return { id: id.data };
  context.addIssue("must be a file that was uploaded");
  return z.NEVER;
});
const files = z
  .array(file, { error: "must be a list of files" })
  .max(FILES_MAX, `has more than ${FILES_MAX} files`)
  .transform((entries) => [...new Map(entries.map((entry) => [entry.id, entry])).values()]);

function shapeOf(column: Column): z.ZodType<unknown> {
  switch (column.type) {
    case "text":
    case "longtext":
    case "reference":
    case "user":
    case "autonumber":
      return text(LENGTH[column.type]);
    case "image":
      return file.refine(({ type }) => type === undefined || isPicture(type), "must be a picture: PNG, JPEG, GIF, WebP or AVIF");
    case "file":
      return file;
    case "files":
      return files;
    case "references":
      return list(text(LENGTH.reference), null);
    case "money":
    case "decimal":
      return exact(scaleOf(column) ?? 0);
    case "rating":
      return whole(1, column.stars ?? 5, `must be a whole number from 1 to ${column.stars ?? 5}`);
    case "duration":
      return whole(0, SECONDS_MAX, "must be a whole number of seconds");
    case "time":
      return TIME;
    case "phone":
      return PHONE;
    case "multiselect":
      return list(choice(column.options), column.options ?? []);
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
      return choice(column.options);
    case "email":
      return z.email({ pattern: EMAIL, error: "must be an e-mail address" }).max(LENGTH.email);
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

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether a stored value may stand in `column`. An empty one may: it asks for a value at the next save. */
export const fits = (column: Column, value: unknown): boolean => isEmpty(value) || parseColumn(column, value).ok;
