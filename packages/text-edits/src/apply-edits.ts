/** Applies search and replace to a file: all edits or none, each at the one place of the file that it can mean. */
import type { Failure, Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { diffArrays } from "diff";
import { type Edit, nothingToDo, type Refusal } from "./edit.ts";
import type { Change, FileText } from "./file-text.ts";
import { locate } from "./locate.ts";
import { Source } from "./source.ts";

/**
 * Edits are applied where other people's requests are answered, in one piece: no more of them than take less than 50 ms, whatever
 * they and the file are made of. All search texts and replacements together.
 */
export const EDITS_MAX = { characters: 64 * 1024, lines: 2000 } as const;

/** `notes` says of each edit that was left out why there was nothing to do. */
export type EditResult = { text: string; notes: string[] };

/**
 * All edits are looked up in the file as it is, so their order does not matter. Line ends, byte order mark and final newline
 * stay the file's own. Fails with `edit_no_match`, `edit_ambiguous` or `too_large`; `candidates` are line numbers from 1. An edit with nothing
 * to do is no reason to refuse the others.
 */
export function applyEdits(file: string, edits: readonly Edit[]): Outcome<EditResult> {
  if (isTooMuch(edits))
    return fail("too_large", `These edits have more than ${EDITS_MAX.characters / 1024} KB or ${EDITS_MAX.lines} lines together.`, {
      next: "Make them in several calls, a part of the file in each, or write the whole file.",
    });
  const source = new Source(file);
  const seen = new Map<string, number>();
  const located: Change[] = [];
  const idle: { index: number; refusal: Refusal }[] = [];
  for (const [index, edit] of edits.entries()) {
    const key = edits.length > 1 ? JSON.stringify([edit.search, edit.replace]) : "";
    const first = seen.get(key);
    if (first !== undefined) {
      idle.push({ index, refusal: nothingToDo(`It is the same as edit ${first + 1}.`) });
      continue;
    }
    seen.set(key, index);
    const changes = locate(source, edit);
    if (changes.ok) located.push(...changes.value);
    else if (changes.idle) idle.push({ index, refusal: changes });
    else return edits.length > 1 ? ofSeveral(changes.error, index) : changes;
  }
  if (located.length === 0 && idle[0]) return idle[0].refusal;
  const notes = idle.map(({ index, refusal }) => `Edit ${index + 1} was left out, with nothing to do: ${refusal.error.message}`);
  // Lines that an edit only shows, so as to be found, are no reason to refuse another edit that changes them.
  const changes = collision(inOrder(located))
    ? inOrder(unique(located.flatMap((change) => narrow(source.text, change))))
    : inOrder(located);
  const clash = collision(changes);
  if (!clash) return ok({ text: source.text.with(changes), notes });
  const line = source.text.lineOf(clash.start);
  return fail("edit_ambiguous", `Two edits change line ${line}.`, {
    next: "Join them into one edit. No edit of this file was made.",
    candidates: [line],
  });
}

function isTooMuch(edits: readonly Edit[]): boolean {
  const texts = edits.flatMap(({ search, replace }) => [search, replace]);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return characters > EDITS_MAX.characters || texts.reduce((sum, text) => sum + text.split("\n").length, 0) > EDITS_MAX.lines;
}

function ofSeveral({ code, message, ...more }: Failure, index: number): Refusal {
  return fail(code, `Edit ${index + 1}: ${message}`, {
    ...more,
    next: `${more.next} No edit of this file was made; each is looked up in the file as it was before all of them.`,
  });
}

const inOrder = (changes: readonly Change[]): Change[] => [...changes].sort((a, b) => a.start - b.start || a.end - b.end);

/** The first change that touches what the one before it changes. */
const collision = (changes: readonly Change[]): Change | undefined =>
  changes.find(({ start, end }, index) => {
    const before = changes[index - 1];
    return before && (start < before.end || (start === before.start && end === start && before.end === start));
  });

/** A replacement that two edits ask for is made once. Two equal insertions stay two: both may be meant. */
function unique(changes: readonly Change[]): Change[] {
  const seen = new Set<string>();
  return changes.filter(({ start, end, text }) => {
    const key = `${start} ${end} ${text}`;
    if (start < end && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const DIFFERENCES_MAX = 400;

/** Only the lines that really change. */
function narrow(file: FileText, { start, end, text }: Change): Change[] {
  const parts = diffArrays(splitLines(file.flat.slice(start, end)), splitLines(text), { maxEditLength: DIFFERENCES_MAX });
  const changes: Change[] = [];
  let at = start;
  let open: Change | null = null;
  for (const { added, removed, value } of parts ?? []) {
    const piece = value.join("");
    if (!added && !removed) open = null;
    else if (!open) {
      open = { start: at, end: at, text: "" };
      changes.push(open);
    }
    if (open && added) open.text += piece;
    if (!added) at += piece.length;
    if (open && removed) open.end = at;
  }
  return parts ? changes : [{ start, end, text }];
}

const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
