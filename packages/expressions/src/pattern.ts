/** Regular expressions that texts are matched by as a whole, in time linear to their length whatever the pattern (RE2). */
import { RE2JS } from "re2js";

const known = new Map<string, RE2JS | null>();
const KNOWN_MAX = 200;

/** Null: it is no pattern. */
function read(pattern: string): RE2JS | null {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  let compiled: RE2JS | null = null;
  try {
    compiled = RE2JS.compile(pattern);
  } catch {
    // What is wrong with it is said where the schema is checked.
  }
  known.set(pattern, compiled);
  return compiled;
}

export const isPattern = (pattern: string): boolean => read(pattern) !== null;

/** What is no pattern matches nothing. */
export const matches = (pattern: string, text: string): boolean => read(pattern)?.matches(text) ?? false;
