/** Keys that a shape does not have. What is not read has no effect, so whoever wrote one is told, with what it may have been meant to be. */
import { z } from "zod";
import { nearestName } from "./distance.ts";

export type UnknownKey = { path: PropertyKey[]; message: string };

/** Of a value that fits the shape. */
export function unknownKeys(shape: z.ZodType, value: unknown, path: PropertyKey[] = []): UnknownKey[] {
  const inner = shape instanceof z.ZodOptional || shape instanceof z.ZodDefault ? shape.unwrap() : shape;
  if (inner !== shape) return unknownKeys(inner as z.ZodType, value, path);
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, index) => unknownKeys(inner.element as z.ZodType, item, [...path, index]));
  if (!(inner instanceof z.ZodObject) || typeof value !== "object" || value === null) return [];
  const parts: Record<string, z.ZodType> = inner.shape;
  return Object.entries(value).flatMap(([key, part]) => {
    const at = [...path, key];
    const known = Object.hasOwn(parts, key) ? parts[key] : undefined;
    return known ? unknownKeys(known, part, at) : [{ path: at, message: notKnown(key, Object.keys(parts)) }];
  });
}

function notKnown(key: string, known: string[]): string {
  const [nearest] = nearestName(key, known);
  return `"${key}" is not known here, so it has no effect. ${nearest ? `Did you mean "${nearest.name}"?` : `Known are: ${known.join(", ")}.`}`;
}
