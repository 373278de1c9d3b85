/** A file as a model reads it: as it is, or lines of it with their numbers. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { numbered } from "../../prompt/excerpt.ts";

/** Characters. A longer file is shown in part, unless lines are asked for. */
const WHOLE_MAX = 60_000;
const LINE_MAX = 2_000;

/** Lines count from 1; `to` is the last one shown. */
export function readText(path: string, text: string, from?: number, to?: number): Outcome<string> {
  if (from === undefined && to === undefined && text.length <= WHOLE_MAX) return ok(text);
  const lines = text.split("\n");
  const first = from ?? 1;
  const wanted = Math.min(to ?? lines.length, lines.length);
  if (first > lines.length)
    return fail("not_found", `${path} has only ${lines.length} lines.`, { next: `Read from a line between 1 and ${lines.length}.` });
  if (wanted < first)
    return fail("tool_arguments", `The lines ${first} to ${wanted} are none.`, { next: "Give from and to in their order." });
  const last = lastWithin(lines, first, wanted);
  const more = last < wanted ? `\n(lines ${first} to ${last} of ${lines.length}; go on from ${last + 1})` : `\n(of ${lines.length} lines)`;
  const shown = numbered(lines.slice(0, last).map(cut), first, last);
  return ok(`${shown}${more}`);
}

function lastWithin(lines: readonly string[], first: number, wanted: number): number {
  let length = 0;
  for (const [offset, line] of lines.slice(first - 1, wanted).entries()) {
    length += cut(line).length + 8;
    if (length > WHOLE_MAX) return first + Math.max(0, offset - 1);
  }
  return wanted;
}

const cut = (line: string) => (line.length > LINE_MAX ? `${line.slice(0, LINE_MAX)}… (${line.length - LINE_MAX} characters more)` : line);
