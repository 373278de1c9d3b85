/**
 * JSON from outside, read so that nothing in it is changed in silence. A number that would be rounded stays what it
 * was as a bigint, or becomes Infinity or NaN (too large, too many digits), which JSON itself has not and every
 * schema of numbers refuses. Deep nesting and keys that a later copy would drop are refused here.
 */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "./outcome.ts";

export const JSON_DEPTH_MAX = 64;
/** All that is sent is a few long texts or some thousand short values; each one costs, whatever its length. */
export const JSON_VALUES_MAX = 30_000;
/** More digits than any double is written with. */
const NUMBER_LENGTH_MAX = 400;

type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

export function parseJson(text: string, what = "The body of this request"): Outcome<unknown> {
  let droppable = false;
  const revive: Reviver = (key, value, context) => {
    if (key === "__proto__") droppable = true;
    return typeof value === "number" && context?.source !== undefined ? asWritten(context.source, value) : value;
  };
  const { depth, values } = sizeOf(text);
  if (depth > JSON_DEPTH_MAX)
    return fail("bad_request", `${what} is nested more than ${JSON_DEPTH_MAX} deep.`, { next: "Send flatter values." });
  if (values > JSON_VALUES_MAX)
    return fail("too_large", `${what} has more than ${JSON_VALUES_MAX.toLocaleString("en-US")} values.`, { next: "Send less at once." });
  try {
    const value: unknown = JSON.parse(text, revive as (key: string, value: unknown) => unknown);
    if (droppable) return fail("bad_request", `${what} has the key __proto__, which cannot be kept.`, { next: "Use another key." });
    return ok(value);
  } catch {
    return fail("bad_request", `${what} is not JSON.`, { next: "Send JSON." });
  }
}

/** How deep its brackets go, and how many values it has at most; texts in quotes do not count. */
function sizeOf(text: string): { depth: number; values: number } {
  let [depth, deepest, values, quoted] = [0, 0, 1, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === "\\") at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") values++;
    else if (char === "{" || char === "[") {
      deepest = Math.max(deepest, ++depth);
      values++;
    } else if (char === "}" || char === "]") depth--;
  }
  return { depth: deepest, values };
}

function asWritten(source: string, value: number): number | bigint {
  if (source.length <= NUMBER_LENGTH_MAX && decimal(source) === decimal(String(value))) return value === 0 ? 0 : value;
  if (source.length <= NUMBER_LENGTH_MAX && /^-?\d+$/.test(source)) return BigInt(source);
  return Number.isFinite(value) ? Number.NaN : value;
}

/** One way of writing each decimal number: its digits without zeros around them, and the exponent of the last one. */
function decimal(text: string): string | null {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/(?<!0)0+$/, "");
  if (whole === "" || kept === "") return whole === "" ? null : "0";
  return `${sign}${kept}e${Number(exponent) - fraction.length + (digits.length - kept.length)}`;
}
