/** What a field of type json may hold: plain JSON of some depth and size, every part of which can be kept as it is. */
import { JSON_DEPTH_MAX } from "@edgewright/core";
import { textProblem } from "./text-value.ts";

const LENGTH_MAX = 100_000;

/** What is wrong with it, or null. */
export function jsonProblem(value: unknown): string | null {
  return problemIn(value, 0) ?? (JSON.stringify(value).length > LENGTH_MAX ? "is too large" : null);
}

function problemIn(value: unknown, depth: number): string | null {
  if (depth > JSON_DEPTH_MAX) return `is nested more than ${JSON_DEPTH_MAX} deep`;
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "string") return textProblem(value);
  if (typeof value === "number" || typeof value === "bigint") return Number.isFinite(value) ? null : inexact(value);
  if (Array.isArray(value)) return firstProblem(value, depth);
  if (typeof value !== "object" || !isPlain(value)) return "must be JSON";
  if (Object.hasOwn(value, "__proto__")) return "has the key __proto__, which cannot be kept";
  return firstProblem(Object.keys(value), depth) ?? firstProblem(Object.values(value), depth);
}

function firstProblem(parts: unknown[], depth: number): string | null {
  for (const part of parts) {
    const problem = problemIn(part, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}

const inexact = (value: number | bigint) =>
  typeof value === "bigint"
    ? `has the number ${value}, which is too large to be kept exactly`
    : "has a number that is too large or has too many digits to be kept exactly";

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
