/** What JSON can hold: all that is kept as text, or sent between workers. */
import { z } from "zod";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** For values that come out of JSON, and so need no other look. */
export const JsonValue = z.unknown() as z.ZodType<Json>;

/** As one line of a file for people to read, such as `{ "name": "due", "type": "date" }`. */
export function jsonInLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonInLine).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{ ${entries.map(([name, inner]) => `${JSON.stringify(name)}: ${jsonInLine(inner)}`).join(", ")} }`;
}
