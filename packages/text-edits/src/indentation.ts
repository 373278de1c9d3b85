/** How the indentation of a model's lines becomes that of the file: learnt from the lines that both have. */

import { first } from "@edgewright/core";
import { indentOf } from "./line-likeness.ts";

/** The same line's indentation as the model wrote it, and as it is in the file. */
export type IndentPair = { written: string; real: string };

type Shift = (written: string) => string | null;

/** The depth of one level in characters, in the file and in the model's text; 0 if not known. */
export type Units = { file: () => number; written: () => number };

/** Resolves to `null` for an indentation that nothing says anything sure about. */
export function indentShift(pairs: readonly IndentPair[], units: Units): Shift {
  const known = new Map<string, Set<string>>();
  for (const { written, real } of pairs) known.set(written, (known.get(written) ?? new Set()).add(real));
  const distinct = [...known].flatMap(([written, reals]) => [...reals].map((real) => ({ written, real })));
  // A line cut back to the margin says less than the others do.
  const inner = distinct.filter(({ written }) => written !== "");
  const further =
    inner.length === 0 ? constant(distinct) : inner.length === 1 ? byUnits(first(inner), units) : (constant(inner) ?? linear(inner));
  // Where all else stands deeper in the file, the margin holds what was cut back to it beside what belongs there.
  const isCutBack = known.get("")?.has("") && inner.length > 0 && further?.("") !== "";
  return (written) => {
    const reals = known.get(written);
    if (written === "" && isCutBack) return null;
    if (reals) return reals.size === 1 ? first([...reals]) : null;
    return further?.(written) ?? null;
  };
}

/** All lines stand deeper, or all less deep, by the same white space. */
function constant(pairs: readonly IndentPair[]): Shift | null {
  const [pair] = pairs;
  if (!pair) return null;
  const deeper = pair.real.length >= pair.written.length;
  const [long, short] = deeper ? [pair.real, pair.written] : [pair.written, pair.real];
  if (!long.endsWith(short)) return null;
  const by = long.slice(0, long.length - short.length);
  const shift: Shift = (written) => (deeper ? by + written : written.startsWith(by) ? written.slice(by.length) : null);
  return pairs.every(({ written, real }) => shift(written) === real) ? shift : null;
}

/** A level is another number of spaces in the file, or a tab. */
function linear(pairs: readonly IndentPair[], slope = slopeOf(pairs)): Shift | null {
  const low = first(pairs);
  if (slope <= 0 || !isOneKind(pairs.map(({ written }) => written)) || !isOneKind(pairs.map(({ real }) => real))) return null;
  const character = pairs.map(({ real }) => real).join("")[0] ?? "";
  const shift: Shift = (written) => {
    // Spaces after tabs are no level but alignment, as before the stars of a comment.
    const aligned = written.startsWith("\t") ? written.replace(/^\t+/, "") : "";
    const length = low.real.length + (written.length - aligned.length - low.written.length) * slope;
    return Number.isInteger(length) && length >= 0 && (character !== "" || length === 0) ? character.repeat(length) + aligned : null;
  };
  return pairs.every(({ written, real }) => shift(written) === real) ? shift : null;
}

function slopeOf(pairs: readonly IndentPair[]): number {
  const low = first(pairs);
  const high = pairs.find(({ written }) => written.length !== low.written.length);
  return high ? (high.real.length - low.real.length) / (high.written.length - low.written.length) : 0;
}

/** One pair alone, 2 and 4, may be a shift by two or another unit; the units decide. */
function byUnits(pair: IndentPair, units: Units): Shift | null {
  const [file, written] = [units.file(), units.written()];
  if (file === written || file === 0 || written === 0) return constant([pair]);
  return pair.real.length * written === pair.written.length * file ? linear([pair], file / written) : null;
}

const isOneKind = (indents: readonly string[]): boolean => new Set(indents.join("")).size <= 1;

/** The commonest step by which these lines go deeper; 0 if they never do. The stars of a comment are no level. */
export function unitOf(lines: readonly string[]): number {
  const steps = new Map<number, number>();
  let before = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (/^\s*\*/.test(line)) continue;
    const depth = indentOf(line).length;
    if (depth > before) steps.set(depth - before, (steps.get(depth - before) ?? 0) + 1);
    before = depth;
  }
  return [...steps].sort(([a, many], [b, few]) => few - many || a - b)[0]?.[0] ?? 0;
}
