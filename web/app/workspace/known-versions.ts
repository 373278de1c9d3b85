/** The versions the page knows: as they were loaded, with those that were made here since. */
import type { Version } from "@edgewright/contracts";

/** `made` oldest first. Once a load has one of them, the load is right about it. */
export function knownVersions(loaded: readonly Version[], made: readonly Version[]): Version[] {
  const missing = made.filter((version) => !loaded.some(({ number }) => number === version.number));
  if (missing.length === 0) return [...loaded];
  const current = missing.findLast((version) => version.isCurrent)?.number;
  const all = [...missing.toReversed(), ...loaded].sort((a, b) => b.number - a.number);
  return current === undefined ? all : all.map((version) => ({ ...version, isCurrent: version.number === current }));
}
