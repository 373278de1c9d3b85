/** An edit as a model asks for it, and its refusals, which tell it how the next try succeeds. */
import type { Failure } from "@edgewright/contracts";
import { fail, last } from "@edgewright/core";
import type { Change } from "./file-text.ts";

export type Edit = { search: string; replace: string };
/** `idle`: there is nothing to do, which is no reason to leave other edits undone. */
export type Refusal = { ok: false; error: Failure; idle?: true };
export type LocateResult = { ok: true; value: Change[] } | Refusal;

const WIDTH_MAX = 300;

export const shortLine = (line: string): string => (line.length > WIDTH_MAX ? `${line.slice(0, WIDTH_MAX)}…` : line);

/** @param candidates line numbers from 1 */
export const noMatch = (message: string, next: string, candidates: number[] = []): Refusal =>
  fail("edit_no_match", message, { next, candidates });

export const nothingToDo = (message: string, candidates: number[] = []): Refusal => ({
  ...noMatch(message, "Leave this edit out: there is nothing to change.", candidates),
  idle: true,
});

export const alreadyThere = (line: number): Refusal =>
  nothingToDo(`From line ${line} on, the file already is as the replacement says.`, [line]);

/** More places than are ever listed. */
export const PLACES_MAX = 21;
const LISTED_MAX = 20;

/** `lines` are the numbers, from 1, of the lines at which the search text could be meant. */
export function ambiguousMatch(lines: readonly number[], more: boolean): Refusal {
  const candidates = [...new Set(lines)].slice(0, LISTED_MAX);
  const end = last(candidates);
  const listed = candidates.length > 1 ? `lines ${candidates.slice(0, -1).join(", ")} and ${end}` : `line ${end}`;
  return fail(
    "edit_ambiguous",
    `The search text fits more than one place: ${listed}${more || candidates.length < lines.length ? ", and more" : ""}.`,
    { next: "Add lines before or after it that are only at the place you mean, until it fits that place alone.", candidates },
  );
}
