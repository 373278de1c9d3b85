/** Line numbers before the lines of an edit, as our own tools and others show them: left off where they agree with the file, refused where not. */
import { at, first, last } from "@edgewright/core";
import { blockOf, linesOf } from "./block.ts";
import { type Edit, type LocateResult, noMatch, PLACES_MAX } from "./edit.ts";
import { isBlank, styleKey } from "./line-likeness.ts";
import { rowByRow } from "./place.ts";
import type { Source } from "./source.ts";

/** `12 | x` of a file that was read, `> 12 | x` of findings, `12: x` and `12- x` of a search, a tab or an arrow of other tools. */
const NUMBERED = /^(?:\s*>)?\s*L?(\d{1,6})( ?\||:|-|→|\t)(.*)$/;

type NumberedText = { lines: readonly { number: number; text: string }[]; text: string };

/** `null` unless each line that is not blank has a number, all in the same form, in their order. */
function numberedLines(text: string): NumberedText | null {
  const lines: { number: number; text: string }[] = [];
  const forms = new Set<string>();
  for (const line of linesOf(text)) {
    const match = NUMBERED.exec(line);
    if (!match && !isBlank(line)) return null;
    const [, number, form = "", rest = ""] = match ?? [];
    if (match) forms.add(form.trim());
    lines.push({ number: Number(number ?? 0), text: form === "\t" || form === "→" ? rest : rest.replace(/^ /, "") });
  }
  const numbers = lines.flatMap(({ number }) => (number > 0 ? [number] : []));
  const isInOrder = numbers.every((number, index) => index === 0 || number > at(numbers, index - 1));
  if (numbers.length === 0 || forms.size > 1 || !isInOrder) return null;
  return { lines, text: lines.map((line) => line.text).join("\n") + (text.endsWith("\n") ? "\n" : "") };
}

/** Of the lines that are not blank. */
const numbersOf = ({ lines }: NumberedText): number[] => lines.filter(({ text }) => !isBlank(text)).map(({ number }) => number);

const LEAVE_OFF = "Leave the line numbers off: they are not part of the file.";

/** An edit whose search text is nowhere as it is, and has a number before each line; `null` for all others. */
export function withoutNumbers(source: Source, { search, replace }: Edit): LocateResult | null {
  const asked = numberedLines(search);
  if (asked === null) return null;
  const rows = blockOf(linesOf(asked.text)).rows;
  const places = rows.length > 0 ? source.lines.find(rows, "style", PLACES_MAX) : [];
  const [nearest] = places;
  if (nearest === undefined) return null;
  const numbers = numbersOf(asked);
  const lineOf = (place: number, row: number) => source.lines.numberOf(place + row);
  const isThere = (place: number) =>
    rows.every((row, index) => numbers[index] === lineOf(place, index) && styleKey(row) === styleKey(source.lines.text(place + index)));
  const place = places.find(isThere);
  if (place === undefined) {
    const found = places.map((start) => lineOf(start, 0));
    const row = numbers.findIndex((number, index) => number !== lineOf(nearest, index));
    return noMatch(
      `The search text says line ${numbers[row]}, but what it has there is at line ${lineOf(nearest, row)} of the file.`,
      `${LEAVE_OFF} If those are the lines you mean, search for them without numbers.`,
      found,
    );
  }
  const [start, end] = [first(numbers), last(numbers)];
  const now = numberedLines(replace);
  if (now === null && linesOf(replace).some((line) => NUMBERED.test(line) && /^[^\w]*L?\d+(?: ?\||→|\t)/.test(line)))
    return noMatch(`Some lines of the replacement have a number and others have none, at line ${start}.`, LEAVE_OFF, [start]);
  const newStart = now ? numbersOf(now)[0] : undefined;
  if (newStart !== undefined && (newStart < start || newStart > end + 1))
    return noMatch(`The search text begins with line number ${start}, the replacement with ${newStart}.`, LEAVE_OFF, [start]);
  return rowByRow(source, asked.text, now?.text ?? replace, place);
}

/** Whether a replacement has the numbers of the very lines that it is put in at, which its search text has not. */
export function bringsNumbers(replace: string, line: number): boolean {
  const now = numberedLines(replace)?.lines ?? [];
  return now.length > 1 && now.every(({ number }, index) => number === line + index);
}
