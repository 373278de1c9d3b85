/** Numbered lines of a file, and of a file that is too long the places that matter for a request. */
import type { Pause } from "@edgewright/core";
import { estimateTokens } from "./tokens.ts";
import { wordsOf } from "./words.ts";

const HEAD = 15;
const BEFORE = 6;
const AFTER = 18;
/** Looked at between two pauses. */
const PIECE_LINES = 500;

/** Lines `from` to `to`, counted from 1, each with its number. */
export const numbered = (lines: readonly string[], from: number, to: number): string =>
  lines
    .slice(from - 1, to)
    .map((line, index) => `${from + index} | ${line}`)
    .join("\n");

/** The file's beginning and the places with the most of the request's words, within the budget. */
export async function excerpt(text: string, request: string, budgetTokens: number, pause: Pause): Promise<string> {
  const lines = text.split("\n");
  const wanted = new Set(wordsOf(request));
  const found: { at: number; count: number }[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % PIECE_LINES === 0) await pause();
    const count = new Set(wordsOf(line.slice(0, 400)).filter((word) => wanted.has(word))).size;
    if (count > 0) found.push({ at, count });
  }
  found.sort((a, b) => b.count - a.count || a.at - b.at);
  const shown = new Set<number>();
  let left = budgetTokens;
  const show = (from: number, to: number): boolean => {
    for (let at = Math.max(0, from); at < Math.min(lines.length, to); at++) {
      if (shown.has(at)) continue;
      left -= estimateTokens(`${at + 1} | ${lines[at]}\n`);
      if (left < 0) return false;
      shown.add(at);
    }
    return true;
  };
  let fits = show(0, HEAD);
  for (const { at } of found) fits = fits && show(at - BEFORE, at + AFTER);
  // Without anything to go by, or with room left, the file is shown from its beginning.
  if (fits) show(HEAD, lines.length);
  return gapped(
    lines,
    [...shown].sort((a, b) => a - b),
  );
}

function gapped(lines: readonly string[], shown: readonly number[]): string {
  const parts: string[] = [];
  for (const [index, at] of shown.entries()) {
    if (index > 0 && shown[index - 1] !== at - 1) parts.push("…");
    parts.push(`${at + 1} | ${lines[at]}`);
  }
  if (shown.at(-1) !== lines.length - 1) parts.push("…");
  return parts.join("\n");
}
