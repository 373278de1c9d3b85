/** How far two names are apart, in slips of the finger; for guessing what a misspelt name was meant to be. */

/** Letters that differ only in their case, or in an underscore or hyphen. */
const NEARLY = 0.5;

/** Letters added, left out, changed or swapped with their neighbour. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    const left = a.charAt(row - 1);
    for (let column = 1; column <= b.length; column++) {
      const right = b.charAt(column - 1);
      const change = left === right ? 0 : left.toLowerCase() === right.toLowerCase() ? NEARLY : 1;
      let least = Math.min(costAt(last, column) + 1, costAt(now, column - 1) + 1, costAt(last, column - 1) + change);
      if (row > 1 && column > 1 && left === b[column - 2] && a[row - 2] === right) least = Math.min(least, costAt(before, column - 2) + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return costAt(last, b.length);
}

/** Outside of the table there is no way. */
const costAt = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

/** How many slips a name of this length may have and still be recognized. */
const tolerance = (length: number) => (length <= 3 ? 1 : length <= 6 ? 2 : 3);

export type NearName = { name: string; distance: number };

/** The few names that `written` may have been meant to be, the nearest first. */
export function nearestName(written: string, names: Iterable<string>, most = 3): NearName[] {
  const limit = tolerance(written.length);
  const found: NearName[] = [];
  for (const name of new Set(names)) {
    if (name === written || Math.abs(name.length - written.length) > limit) continue;
    const apart = distance(written, name);
    if (apart <= limit && apart < Math.max(name.length, written.length) / 2 + 0.5) found.push({ name, distance: apart });
  }
  return found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).slice(0, most);
}
