/** The slips that models make in search texts, and in replacements with them, each from a seed. Used by the suite of spoilt edits and the benchmark. */

import { at } from "@edgewright/core";
import type { Edit } from "../edit.ts";
import { indentOf, isElision, styleKey } from "../line-likeness.ts";

/** Picks an integer below `below`, the same ones for the same seed. */
export type Dice = (below: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const drawn = <T>(items: readonly T[], roll: Dice): T => at(items, roll(items.length));

/** The edit with the slip, or `null` where there is nothing to get wrong in this way. */
export type Spoil = (edit: Edit, dice: Dice, file: string) => Edit | null;

/** Brackets stand at many depths. */
const CLOSER = /^\s*[)\]}]/;

/** An edit that itself moves lines it keeps: with other indentation, it is letter for letter another edit that makes sense. */
function isMoving({ search, replace }: Edit): boolean {
  const old = new Map(search.split("\n").map((line) => [line.trim(), line]));
  return replace.split("\n").some((line) => old.has(line.trim()) && old.get(line.trim()) !== line && !CLOSER.test(line));
}

const unlessDeleting =
  (spoil: Spoil): Spoil =>
  (edit, roll, file) =>
    edit.replace === "" ? null : spoil(edit, roll, file);

const unlessMoving =
  (spoil: Spoil): Spoil =>
  (edit, roll, file) =>
    isMoving(edit) ? null : spoil(edit, roll, file);

/** An edit that itself changes the quotes or the end of what it keeps: with other ones, it is another edit that makes sense. */
function isRestyling({ search, replace }: Edit): boolean {
  const parts = (text: string) => [...text.matchAll(/(["'`])([^"'`\n]+)\1/g)].map(([whole]) => [whole.slice(1, -1), whole] as const);
  const lines = (text: string) => text.split("\n").map((line) => [styleKey(line), line] as const);
  const old = new Map([...parts(search), ...lines(search)]);
  return [...parts(replace), ...lines(replace)].some(([key, now]) => /\w/.test(key) && (old.get(key) ?? now) !== now);
}

const unlessRestyling =
  (spoil: Spoil): Spoil =>
  (edit, roll, file) =>
    isRestyling(edit) ? null : spoil(edit, roll, file);

type Slip = (lines: string[], dice: Dice) => string[];

const apply = (text: string, slip: Slip, roll: Dice): string => slip(text.split("\n"), roll).join("\n");

const changed = (edit: Edit, now: Edit): Edit | null => (now.search === edit.search || now.search === now.replace ? null : now);

/** Only the search text has it: the replacement is as it should be. */
const inSearch =
  (slip: Slip): Spoil =>
  (edit, roll) =>
    changed(edit, { search: apply(edit.search, slip, roll), replace: edit.replace });

/** The model has it in all that it writes. Must not depend on the dice. */
const inBoth =
  (slip: Slip): Spoil =>
  (edit, roll) =>
    changed(edit, { search: apply(edit.search, slip, roll), replace: apply(edit.replace, slip, roll) });

const each =
  (change: (line: string) => string): Slip =>
  (lines) =>
    lines.map((line) => (line.trim() === "" ? line : change(line)));

const dedent = (by: number) => each((line) => line.replace(new RegExp(`^(?: {0,${by}}|\\t{0,${by / 2}})`), ""));
const indent = (by: number) => each((line) => (line.startsWith("\t") ? "\t".repeat(by / 2) : " ".repeat(by)) + line);
const tabsToSpaces = (width: number) => each((line) => line.replace(/^\t+/, (tabs) => " ".repeat(tabs.length * width)));
const spacesToTabs = (width: number) =>
  each((line) => line.replace(/^ +/, (spaces) => "\t".repeat(Math.floor(spaces.length / width)) + " ".repeat(spaces.length % width)));
const halveIndent = each((line) => line.replace(/^ +/, (spaces) => " ".repeat(Math.floor(spaces.length / 2) + (spaces.length % 2))));
const doubleIndent = each((line) => line.replace(/^ +/, (spaces) => spaces + spaces));
const flat = each((line) => line.trimStart());
const cutStart: Slip = (lines) => lines.join("\n").trimStart().split("\n");
const cutEnds: Slip = (lines) => lines.join("\n").trim().split("\n");
const someTrailing: Slip = (lines, roll) =>
  lines.map((line) => (line !== "" && roll(2) === 0 ? `${line}${" ".repeat(1 + roll(3))}` : line));
const allTrailing = each((line) => `${line}  `);
const blanksLost: Slip = (lines) => lines.filter((line, index) => line.trim() !== "" || index === 0 || index === lines.length - 1);
/** Between two lines of code: next to a blank line it may well be another exact search text. */
const blankAdded: Slip = (lines, roll) => {
  const between = lines.flatMap((line, index) => (index > 0 && line.trim() !== "" && at(lines, index - 1).trim() !== "" ? [index] : []));
  return between.length === 0 ? lines : lines.toSpliced(drawn(between, roll), 0, "");
};
const doubleQuotes = each((line) => line.replace(/'([^'"\\]*)'/g, '"$1"'));
const singleQuotes = each((line) => line.replace(/"([^'"\\]*)"/g, "'$1'"));
const noSemicolons = each((line) => line.replace(/;\s*$/, ""));
const noCommas = each((line) => line.replace(/,\s*$/, ""));
const spread = each((line) => line.replace(/([({[])(?=\S)/g, "$1 ").replace(/(?<=\S)([)}\]])/g, " $1"));

/** The lines with words that an edit keeps, and that are in its search text once. */
const contextOf = ({ search, replace }: Edit): string[] => {
  const kept = new Set(replace.split("\n"));
  const lines = search.split("\n");
  return lines.filter((line) => /\w/.test(line) && kept.has(line) && lines.indexOf(line) === lines.lastIndexOf(line));
};

/** Changes one line that the edit leaves as it is. */
const onContext =
  (change: (line: string) => string, both: boolean): Spoil =>
  (edit, roll) => {
    const context = contextOf(edit);
    if (context.length === 0 || edit.search.split("\n").filter((line) => /\w/.test(line)).length < 2) return null;
    const line = drawn(context, roll);
    const swap: Slip = (lines) => lines.map((text) => (text === line ? change(text) : text));
    return changed(edit, { search: apply(edit.search, swap, roll), replace: both ? apply(edit.replace, swap, roll) : edit.replace });
  };

const elide = (line: string) => (isElision(line) ? line : `${indentOf(line)}// ...`);
const rename = (line: string) => line.replace(/[A-Za-z_$][\w$]*(?=\W*$)/, (name) => `${name}2`);
const outdate = (line: string) => line.replace(/\w+/, (word) => `old${word}`);

const both =
  (...spoils: Spoil[]): Spoil =>
  (edit, roll, file) => {
    let now: Edit = edit;
    for (const spoil of spoils) now = spoil(now, roll, file) ?? now;
    return changed(edit, now);
  };

/** Numbers before lines that are whole, as the file or the model counts them. */
const numbered =
  (form: (line: number) => string, off: number, both: boolean): Spoil =>
  (edit, _, file) => {
    const at = file.indexOf(edit.search);
    if (at > 0 && file[at - 1] !== "\n") return null;
    const first = file.slice(0, at).split("\n").length + off;
    const number = (text: string) =>
      text
        .replace(/\n$/, "")
        .split("\n")
        .map((line, index) => form(first + index) + line)
        .join("\n");
    const end = edit.search.endsWith("\n") ? "\n" : "";
    return changed(edit, {
      search: number(edit.search) + end,
      replace: both && edit.replace !== "" ? number(edit.replace) + end : edit.replace,
    });
  };

const escapeHtml = each((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
const curl = each((line) => line.replace(/"([^"]*)"/g, "\u201C$1\u201D").replace(/'([^']*)'/g, "\u2018$1\u2019"));
const noBreak = each((line) => line.replace(/(?<=\S) /, "\u00A0"));
const unseen = each((line) => line.replace(/(?<=\w)(?=\W)/, "\u200B"));
const inFence: Slip = (lines) => ["```tsx", ...lines, "```"];

export const SPOILS: Record<string, Spoil> = {
  "2 less deep": unlessMoving(inBoth(dedent(2))),
  "2 less deep, search only": unlessMoving(inSearch(dedent(2))),
  "4 less deep": unlessMoving(inBoth(dedent(4))),
  "4 less deep, search only": unlessMoving(inSearch(dedent(4))),
  "2 deeper": unlessMoving(inBoth(indent(2))),
  "2 deeper, search only": unlessMoving(inSearch(indent(2))),
  "4 deeper": unlessMoving(inBoth(indent(4))),
  "4 deeper, search only": unlessMoving(inSearch(indent(4))),
  "2 spaces for tabs": unlessMoving(inBoth(tabsToSpaces(2))),
  "2 spaces for tabs, search only": unlessMoving(inSearch(tabsToSpaces(2))),
  "4 spaces for tabs": unlessMoving(inBoth(tabsToSpaces(4))),
  "tabs for spaces": unlessMoving(inBoth(spacesToTabs(2))),
  "tabs for spaces, search only": unlessMoving(inSearch(spacesToTabs(2))),
  "half the depth": unlessMoving(inBoth(halveIndent)),
  "double the depth": unlessMoving(inBoth(doubleIndent)),
  "no indentation, search only": unlessMoving(inSearch(flat)),
  "no indentation": unlessMoving(inBoth(flat)),
  "start cut": unlessMoving(unlessDeleting(inBoth(cutStart))),
  "start cut, search only": unlessMoving(unlessDeleting(inSearch(cutStart))),
  "ends cut": unlessMoving(unlessDeleting(inBoth(cutEnds))),
  "trailing space on some lines": inSearch(someTrailing),
  "trailing space on all lines": inBoth(allTrailing),
  "space in brackets, search only": inSearch(spread),
  "blank lines lost": unlessMoving(inBoth(blanksLost)),
  "blank lines lost, search only": inSearch(blanksLost),
  "a blank line added, search only": inSearch(blankAdded),
  "double quotes": unlessRestyling(inBoth(doubleQuotes)),
  "double quotes, search only": unlessRestyling(inSearch(doubleQuotes)),
  "single quotes": unlessRestyling(inBoth(singleQuotes)),
  "single quotes, search only": unlessRestyling(inSearch(singleQuotes)),
  "no semicolons": unlessRestyling(inBoth(noSemicolons)),
  "no semicolons, search only": unlessRestyling(inSearch(noSemicolons)),
  "no trailing commas, search only": unlessRestyling(inSearch(noCommas)),
  "a line elided": onContext(elide, true),
  "a line elided, search only": onContext(elide, false),
  "a stale line": onContext(outdate, true),
  "a stale line, search only": onContext(outdate, false),
  "a neighbour renamed": onContext(rename, true),
  "a neighbour renamed, search only": onContext(rename, false),
  "less deep, trailing space": unlessMoving(both(inBoth(dedent(2)), inSearch(someTrailing))),
  "deeper, other quotes, a line elided": unlessMoving(both(inBoth(indent(2)), inBoth(doubleQuotes), onContext(elide, true))),
  "line numbers": unlessMoving(numbered((line) => `${line} | `, 0, true)),
  "line numbers, search only": unlessMoving(numbered((line) => `${line} | `, 0, false)),
  "line numbers and tabs": unlessMoving(numbered((line) => `${String(line).padStart(6)}\t`, 0, true)),
  "wrong line numbers": numbered((line) => `${line} | `, 3, true),
  "escaped as in HTML": unlessMoving(inBoth(escapeHtml)),
  "escaped as in HTML, search only": inSearch(escapeHtml),
  "curly quotes": unlessRestyling(inBoth(curl)),
  "curly quotes, search only": unlessRestyling(inSearch(curl)),
  "no-break spaces": unlessMoving(inBoth(noBreak)),
  "no-break spaces, search only": unlessMoving(inSearch(noBreak)),
  "zero-width spaces": unlessMoving(inBoth(unseen)),
  "zero-width spaces, search only": unlessMoving(inSearch(unseen)),
  "in a fence": inSearch(inFence),
  "tabs, blank lines lost": unlessMoving(both(inBoth(spacesToTabs(2)), inBoth(blanksLost))),
};
