/** Where a text stands in another one, in linear time whatever the two are. Used by the exact pass. */

/** Up to this many comparisons in the worst case, the engine's own search is the faster one. */
const NATIVE_MAX = 30_000_000;

/** Start offsets of `part` in `text`, overlapping ones too, at most `max`. */
export function findText(text: string, part: string, max: number): number[] {
  if (part === "" || part.length > text.length) return [];
  return text.length * part.length <= NATIVE_MAX || part.length < 16 ? natively(text, part, max) : byPrefix(text, part, max);
}

function natively(text: string, part: string, max: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && found.length < max; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

const byPrefix = (text: string, part: string, max: number): number[] =>
  findRun(
    text.length,
    part.length,
    (at) => text.charCodeAt(at),
    (at) => part.charCodeAt(at),
    max,
  );

/** Knuth, Morris and Pratt: where a run of `size` items starts in a row of `length` items, at most `max` places. */
export function findRun<T>(
  length: number,
  size: number,
  itemAt: (index: number) => T,
  partAt: (index: number) => T,
  max: number,
): number[] {
  const found: number[] = [];
  if (size === 0 || size > length) return found;
  const border = bordersOf(size, partAt);
  for (let at = 0, known = 0; at < length && found.length < max; at++) {
    while (known > 0 && itemAt(at) !== partAt(known)) known = border[known - 1] ?? 0;
    if (itemAt(at) === partAt(known)) known++;
    if (known === size) {
      found.push(at - size + 1);
      known = border[known - 1] ?? 0;
    }
  }
  return found;
}

/** Of each beginning of a row, how long the longest shorter beginning is that it ends with; 0 if there is none. */
function bordersOf<T>(size: number, at: (index: number) => T): Int32Array {
  const border = new Int32Array(size);
  for (let end = 1, known = 0; end < size; end++) {
    while (known > 0 && at(end) !== at(known)) known = border[known - 1] ?? 0;
    if (at(end) === at(known)) known++;
    border[end] = known;
  }
  return border;
}

/** How many items the one ends with that the other begins with, at most all of the shorter one. */
export function overlap(ends: readonly string[], begins: readonly string[]): number {
  const row = [...begins, null, ...ends.slice(Math.max(0, ends.length - begins.length))];
  return bordersOf(row.length, (index) => row[index]).at(-1) ?? 0;
}
