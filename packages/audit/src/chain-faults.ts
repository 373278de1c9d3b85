/** What is wrong with lines whose hash does not fit their place: each was altered, or belongs to another place. Used by chain-check.ts. */
import { type ChainKeys, type ChainRow, claimedHash } from "./chain.ts";

export type Fault = { number: number; id: string | null; kind: "altered" | "missing" | "moved" | "ends"; says: string };

/** A line that does not fit, and the hash that stands before it; null: none is known. */
export type SuspectLine = { row: ChainRow; previous: string | null };

/** A line that was moved still fits the place it was sealed at, after the line it was sealed after: both are among what does not fit. */
export async function nameSuspects(
  keys: ChainKeys,
  suspects: readonly SuspectLine[],
  gaps: readonly { places: number[]; previous: string | null }[],
): Promise<Fault[]> {
  const places = [...suspects.map(({ row }) => row.number), ...gaps.flatMap((gap) => gap.places)].slice(0, 40);
  const hashes = [...suspects.flatMap(({ row, previous }) => [row.hash, previous]), ...gaps.map((gap) => gap.previous)];
  const before = [...new Set(hashes.filter((hash) => hash !== null))].slice(0, 60);
  const faults: Fault[] = [];
  for (const { row } of suspects) {
    const place = await placeOf(keys, row, places, before);
    // The line is in its place; it is the one before that does not fit.
    if (place === row.number) continue;
    const { number, id } = row;
    if (place === null) faults.push(altered(row));
    else faults.push({ number, id, kind: "moved", says: `Line ${number} was written as line ${place}.` });
  }
  return faults.length + gaps.length > 0 ? faults : suspects.slice(0, 1).map(({ row }) => altered(row));
}

const altered = ({ number, id }: ChainRow): Fault => ({ number, id, kind: "altered", says: `Line ${number} is not as it was written.` });

async function placeOf(keys: ChainKeys, row: ChainRow, places: readonly number[], before: readonly string[]): Promise<number | null> {
  if (row.hash === null) return null;
  for (const place of places) {
    const hashes = await Promise.all(before.map((previous) => claimedHash(keys, row, place, previous)));
    if (hashes.includes(row.hash)) return place;
  }
  return null;
}
