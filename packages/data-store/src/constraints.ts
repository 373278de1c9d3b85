/** What a field asks of its values beside their type. */
import type { Column } from "@edgewright/contracts";
import { matches } from "@edgewright/expressions";

/** What is wrong with a value that has its type, or null. */
export function constraintProblem({ min, max, minLength, maxLength, pattern }: Column, value: unknown): string | null {
  if (min !== undefined && isBelow(value, min)) return `must be at least ${min}`;
  if (max !== undefined && isBelow(max, value)) return `must be at most ${max}`;
  const [length, unit] = Array.isArray(value) ? [value.length, "entries"] : [[...String(value)].length, "characters"];
  if (minLength !== undefined && length < minLength) return `must have at least ${minLength} ${unit}`;
  if (maxLength !== undefined && length > maxLength) return `must have at most ${maxLength} ${unit}`;
  if (pattern !== undefined && typeof value === "string" && !matches(pattern, value)) return `must match ${pattern}`;
  return null;
}

/** Only two of a kind are compared: numbers, or dates and times, whose texts are in order. */
const isBelow = (one: unknown, other: unknown): boolean =>
  (typeof one === "number" && typeof other === "number" && one < other) ||
  (typeof one === "string" && typeof other === "string" && one < other);
