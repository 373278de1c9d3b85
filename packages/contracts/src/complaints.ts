/**
 * What is said about a value that does not have its shape, where the schema itself says nothing: one sentence for each kind of issue,
 * for people and for models alike. Zod takes it for every schema, so no text of its own ever reaches anybody.
 */
import { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const KINDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  date: "a date",
  null: "null",
};
const FORMATS: Record<string, string> = {
  email: "an e-mail address",
  url: "an address such as https://example.com",
  date: "a date such as 2026-03-31",
  datetime: "a date and time such as 2026-03-31T09:30:00Z",
  time: "a time such as 09:30",
  uuid: "a UUID",
  regex: "of another form",
};
const SHOWN_MAX = 12;

const listed = (values: readonly unknown[]): string =>
  values
    .slice(0, SHOWN_MAX)
    .map((value) => (typeof value === "string" ? value : String(value)))
    .join(", ") + (values.length > SHOWN_MAX ? " …" : "");

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return KINDS[typeof value] ?? typeof value;
}

/** Of lists and of text there is a count, of all else a size. */
const measured = (origin: string | undefined, size: number | bigint): string => {
  const unit = origin === "string" ? "character" : origin === "array" || origin === "set" ? "entr" : null;
  if (unit === null) return String(size);
  return `${size} ${unit === "entr" ? (Number(size) === 1 ? "entry" : "entries") : Number(size) === 1 ? unit : `${unit}s`}`;
};

/** `null` for an issue that always says itself what is wrong. */
export function complaint(issue: Issue): string | null {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "This is needed";
      return `This must be ${KINDS[issue.expected] ?? issue.expected}, not ${Number.isNaN(issue.input) ? "what is no number" : kindOf(issue.input)}`;
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) === 1) return "This is empty";
      return `This must ${issue.origin === "string" || issue.origin === "array" ? "have" : "be"} at least ${measured(issue.origin, issue.minimum)}`;
    case "too_big":
      return `This must ${issue.origin === "string" || issue.origin === "array" ? "have" : "be"} at most ${measured(issue.origin, issue.maximum)}`;
    case "invalid_format":
      return `This must be ${FORMATS[issue.format] ?? `a valid ${issue.format}`}`;
    case "invalid_value":
      return issue.values.length === 1 ? `This must be ${listed(issue.values)}` : `This must be one of: ${listed(issue.values)}`;
    case "unrecognized_keys":
      return `This has parts that are not known: ${listed(issue.keys)}`;
    case "not_multiple_of":
      return `This must be a multiple of ${issue.divisor}`;
    case "invalid_union":
      return "This has none of the shapes that are allowed here";
    case "invalid_key":
    case "invalid_element":
      return "A part of this is not right";
    case "custom":
      return "This is not right";
    default:
      return null;
  }
}

z.config({ localeError: complaint });

/** Where and what, for a sentence: `tables.0.name: This is needed`. */
export const complaintOf = ({ path, message }: { path: readonly PropertyKey[]; message: string }, whole = "the whole"): string =>
  `${path.length > 0 ? path.map(String).join(".") : whole}: ${message.replace(/\.$/, "")}`;

/** All that is wrong with a value, in one sentence's middle. */
export const complaintsOf = (error: z.ZodError, whole?: string): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => complaintOf(issue, whole))
    .join("; ");
