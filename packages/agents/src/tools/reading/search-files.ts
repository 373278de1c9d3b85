/** A search through an app's files by a regular expression of RE2, which takes linear time whatever a model writes. */
import type { FileMap, Outcome } from "@edgewright/contracts";
import { fail, ok, type Pause, pointedFile, textOf } from "@edgewright/core";
import { RE2JS, RE2JSSyntaxException } from "re2js";
import { pathsUnder } from "./list-files.ts";

export type Search = {
  pattern: string;
  /** `i`: upper and lower case alike. `s`: a dot also stands for a line's end, of no effect here. */
  flags?: string;
  under?: string;
  /** Lines shown before and after each hit. */
  context?: number;
};

const PATTERN_MAX = 1_000;
const HITS_MAX = 100;
const CHARACTERS_MAX = 20_000;
const LINE_MAX = 240;

/** A piece of the work is a file, or some lines of a long one. */
export async function searchFiles(
  files: FileMap,
  { pattern, flags = "", under, context = 0 }: Search,
  pause: Pause,
): Promise<Outcome<string>> {
  const compiled = compile(pattern, flags);
  if (!compiled.ok) return compiled;
  const paths = pathsUnder(files, under);
  if (!paths.ok) return paths;
  const found: string[] = [];
  let hits = 0;
  let shown = 0;
  let length = 0;
  let inFiles = 0;
  for (const path of paths.value) {
    if (pointedFile(textOf(files, path))) continue;
    const lines = textOf(files, path).split("\n");
    const at = await matching(lines, compiled.value, pause);
    await pause();
    if (at.length === 0) continue;
    hits += at.length;
    inFiles++;
    const room = Math.min(at.length, HITS_MAX - shown);
    if (room === 0 || length > CHARACTERS_MAX) continue;
    const text = `${path}\n${around(lines, at.slice(0, room), context)}`;
    found.push(text.length + length > CHARACTERS_MAX ? `${text.slice(0, Math.max(200, CHARACTERS_MAX - length))}…` : text);
    shown += room;
    length += text.length;
  }
  if (hits === 0) return ok(`Nothing matches ${pattern.slice(0, 200)}.`);
  const more = shown < hits || length > CHARACTERS_MAX ? " More than can be shown: search under a folder, or for something rarer." : "";
  return ok(`${found.join("\n\n")}\n\n(${hits} lines in ${inFiles} files.${more})`);
}

/** Characters looked through between two pauses. */
const PIECE_CHARACTERS = 8 * 1024;

async function matching(lines: readonly string[], pattern: RE2JS, pause: Pause): Promise<number[]> {
  const found: number[] = [];
  let since = 0;
  for (const [index, line] of lines.entries()) {
    if (pattern.matcher(line).find()) found.push(index);
    since += line.length + 1;
    if (since < PIECE_CHARACTERS) continue;
    await pause();
    since = 0;
  }
  return found;
}

function compile(pattern: string, flags: string): Outcome<RE2JS> {
  const next = "It is RE2: no look-around and no back-references; put a backslash before ( ) [ ] { } . * + ? | ^ $ to search for them.";
  if (pattern.length > PATTERN_MAX) return fail("tool_arguments", `The pattern has more than ${PATTERN_MAX} characters.`, { next });
  const unknown = flags.replace(/[gimsu]/g, "");
  if (unknown !== "")
    return fail("tool_arguments", `There is no flag ${unknown.slice(0, 20)}.`, { next: "Flags: i for upper and lower case alike." });
  try {
    return ok(RE2JS.compile(pattern, (flags.includes("i") ? RE2JS.CASE_INSENSITIVE : 0) | (flags.includes("s") ? RE2JS.DOTALL : 0)));
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    return fail("tool_arguments", `The pattern is not a regular expression: ${error.message.slice(0, 200)}.`, { next });
  }
}

/** Hits with a colon after their number, the lines around with a dash. */
function around(lines: readonly string[], hits: readonly number[], context: number): string {
  const isHit = new Set(hits);
  const parts: string[] = [];
  let next = 0;
  for (const hit of hits) {
    const from = Math.max(next, hit - context);
    if (parts.length > 0 && from > next && context > 0) parts.push("  …");
    const shown = lines.slice(from, hit + context + 1);
    for (const [offset, line] of shown.entries())
      parts.push(`  ${from + offset + 1}${isHit.has(from + offset) ? ":" : "-"} ${line.slice(0, LINE_MAX)}`);
    next = from + shown.length;
  }
  return parts.join("\n");
}
