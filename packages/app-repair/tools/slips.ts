/** Slips of the finger in a name: a letter left out, doubled, swapped or changed. */
import type { Random } from "@edgewright/testing/random";

/** A name with one slip; never the name itself. */
export function slip(name: string, { below, pick }: Random): string {
  const at = 1 + below(Math.max(1, name.length - 2));
  const spoilt = pick([
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + (name[at] ?? "e") + name.slice(at),
    name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2),
    `${name.slice(0, at)}${name[at] === "e" ? "a" : "e"}${name.slice(at + 1)}`,
    `${name}${name.endsWith("s") ? "es" : "s"}`,
  ]);
  return spoilt === name || spoilt.length < 2 ? `${name}${name.at(-1)}` : spoilt;
}
