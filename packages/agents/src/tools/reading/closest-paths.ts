/** Which present paths someone may have meant by one that is not there. */

const SUGGESTED = 3;
const ALIKE_MIN = 0.35;

/** At most three, the most alike first. */
export function closestPaths(paths: readonly string[], wanted: string): string[] {
  const pairs = pairsOf(wanted);
  const name = nameOf(wanted);
  return paths
    .map((path) => ({ path, likeness: alike(pairs, pairsOf(path)) + (nameOf(path) === name ? 1 : 0) }))
    .filter(({ likeness }) => likeness >= ALIKE_MIN)
    .sort((a, b) => b.likeness - a.likeness || (a.path < b.path ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ path }) => path);
}

/** What to do next about a path that is not there. */
export function orClosest(paths: readonly string[], wanted: string): string {
  const close = closestPaths(paths, wanted);
  return close.length > 0 ? `The closest there are: ${close.join(", ")}.` : "List the files first.";
}

const nameOf = (path: string) =>
  path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\.\w+$/, "")
    .toLowerCase();

function pairsOf(path: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const text = path.toLowerCase().slice(0, 200);
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient of the pairs of neighbouring characters. */
function alike(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  for (const count of [...a.values(), ...b.values()]) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
