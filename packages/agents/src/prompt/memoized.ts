/** A pure reading of texts that remembers what it read, so that an edit of one file of an app costs one file. */

/** Characters of texts held. */
const HELD_MAX = 8 * 1024 * 1024;

/** Keyed by the texts themselves, not by a hash: a collision would show one app's outline in another's. */
export function memoized<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let held = 0;
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const result = read(text);
    known.set(text, result);
    held += text.length;
    for (const oldest of known.keys()) {
      if (held <= HELD_MAX) break;
      known.delete(oldest);
      held -= oldest.length;
    }
    return result;
  };
}
