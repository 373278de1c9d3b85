/** Walks a chain from its first line to its last and names what does not fit. In pages, so that a log of any length fits in memory. */
import { type ChainKeys, type ChainRow, type ChainState, claimedHash, isIntact, possibleHashes } from "./chain.ts";
import { type Fault, nameSuspects, type SuspectLine } from "./chain-faults.ts";

/** What the walk reads, implemented in packages/db. Each look is one consistent picture, whoever writes meanwhile. */
export interface ChainSource {
  /** The sealed lines from this place on, in their order, and the chain's ends at that moment; null: nothing was ever sealed. */
  page(from: number, limit: number): Promise<{ state: ChainState | null; rows: ChainRow[] }>;
  /** Lines whose place lies outside of the chain's ends, and how many wait to be sealed. */
  outside(limit: number): Promise<{ strays: { id: string; number: number }[]; waiting: number }>;
}

export type ChainProof = {
  rows: number;
  waiting: number;
  from: number;
  to: number;
  faults: Fault[];
  /** Where to go on, when this was not all; null: it was. */
  next: number | null;
};

export const FAULTS_MAX = 20;
const PAGE = 2000;

export async function checkChain(
  keys: ChainKeys,
  scope: string,
  source: ChainSource,
  { from = 1, rowsMax }: { from?: number; rowsMax: number },
): Promise<ChainProof> {
  const walk = new Walk(keys, scope, from);
  for (;;) {
    const { state, rows } = await source.page(Math.max(0, walk.place - 1), PAGE);
    await walk.take(state, rows);
    if (walk.ended) break;
    if (walk.rows >= rowsMax) return { ...(await walk.proof()), waiting: 0, next: walk.place };
  }
  const { strays, waiting } = await source.outside(FAULTS_MAX);
  for (const { id, number } of strays)
    walk.fault({ number, id, kind: "ends", says: `Line ${number} lies outside of the log's ends: it was put there.` });
  return { ...(await walk.proof()), waiting, next: null };
}

/** Where the walk is, and what it found. */
class Walk {
  rows = 0;
  ended = false;
  /** The next place. */
  place: number;
  private first = 0;
  private last = 0;
  /** The hash at the place before, as it is stored; null: not known, since that line is missing. */
  private previous: string | null = null;
  /** What the hash before may have been, where the line there does not fit: the line after it is still in its place then. */
  private corrected: (string | null)[] = [];
  private seen = "";
  private readonly faults: Fault[] = [];
  private readonly suspects: SuspectLine[] = [];
  private readonly gaps: { places: number[]; previous: string | null }[] = [];
  private readonly keys: ChainKeys;
  private readonly scope: string;

  constructor(keys: ChainKeys, scope: string, from: number) {
    this.keys = keys;
    this.scope = scope;
    this.place = from;
  }

  fault(fault: Fault): void {
    this.faults.push(fault);
  }

  async take(state: ChainState | null, rows: ChainRow[]): Promise<void> {
    if (!state) {
      this.ended = true;
      return;
    }
    await this.checkEnds(state);
    const { anchorNumber, anchorHash, lastNumber, lastHash } = state;
    if (this.place <= anchorNumber + 1) [this.place, this.previous] = [anchorNumber + 1, anchorHash];
    // The line before is there for its hash only; a line in no whole place is looked at as well.
    const before = rows.find(({ number }) => number === this.place - 1);
    if (before && this.rows === 0) this.previous ??= before.hash;
    const kept = rows.filter(({ number }) => number > this.place - 1 && number <= lastNumber);
    const from = this.place;
    await this.checkRows(kept);
    if (this.place === from || this.place > lastNumber) {
      this.gap(lastNumber + 1);
      this.ended = true;
      const untold = this.suspects.length === 0 && this.gaps.length === 0 && this.rows > 0;
      if (untold && this.previous !== lastHash)
        this.fault({ number: lastNumber, id: null, kind: "ends", says: "The newest line is not the one the log ended with." });
    }
    [this.first, this.last] = [anchorNumber + 1, lastNumber];
  }

  private async checkEnds(state: ChainState): Promise<void> {
    if (state.hash === this.seen) return;
    this.seen = state.hash;
    if (!(await isIntact(this.keys, this.scope, state)))
      this.fault({ number: state.lastNumber, id: null, kind: "ends", says: "The record of where the log begins and ends was altered." });
  }

  private async checkRows(rows: ChainRow[]): Promise<void> {
    // Each line is checked against the stored hash before it, so that a page's lines are checked at once.
    const looks: { row: ChainRow; previous: string | null }[] = [];
    let [place, previous] = [this.place, this.previous];
    for (const row of rows) {
      if (!Number.isSafeInteger(row.number) || row.number < place) {
        looks.push({ row, previous: null });
        continue;
      }
      if (row.number > place) previous = null;
      looks.push({ row, previous });
      [place, previous] = [row.number + 1, row.hash];
    }
    const hashes = await Promise.all(
      looks.map(({ row, previous }) => (previous === null ? null : claimedHash(this.keys, row, row.number, previous))),
    );
    for (const [index, { row, previous }] of looks.entries()) await this.settle(row, previous, hashes[index] ?? null);
  }

  private async settle(row: ChainRow, previous: string | null, hash: string | null): Promise<void> {
    this.rows++;
    if (!Number.isSafeInteger(row.number) || row.number < this.place) {
      if (!this.suspects.some((suspect) => suspect.row.id === row.id)) this.suspects.push({ row, previous });
      return;
    }
    if (row.number > this.place) this.gap(row.number);
    // After a gap nothing is known of the hash before; the gap itself is told.
    const fits = row.hash !== null && (previous === null || hash === row.hash);
    const inPlace = fits || (await this.fitsCorrected(row));
    if (!inPlace) this.suspects.push({ row, previous });
    this.corrected = inPlace || previous === null ? [] : await possibleHashes(this.keys, row, row.number, previous);
    [this.place, this.previous] = [row.number + 1, row.hash];
  }

  private async fitsCorrected(row: ChainRow): Promise<boolean> {
    const before = this.corrected.filter((hash) => hash !== null);
    const hashes = await Promise.all(before.map((previous) => claimedHash(this.keys, row, row.number, previous)));
    return row.hash !== null && hashes.includes(row.hash);
  }

  /** Nothing is there from the next place up to this one. */
  private gap(until: number): void {
    if (until <= this.place) return;
    const [one, last] = [this.place, until - 1];
    const says = one === last ? `Line ${one} is missing.` : `Lines ${one} to ${last} are missing.`;
    this.fault({ number: one, id: null, kind: "missing", says });
    const places = Array.from({ length: Math.min(FAULTS_MAX, until - one) }, (_, index) => one + index);
    this.gaps.push({ places, previous: this.previous });
    [this.place, this.previous, this.corrected] = [until, null, []];
  }

  async proof(): Promise<Omit<ChainProof, "waiting" | "next">> {
    const named = await nameSuspects(this.keys, this.suspects.slice(0, FAULTS_MAX), this.gaps.slice(0, FAULTS_MAX));
    const faults = [...this.faults, ...named].sort((one, other) => one.number - other.number).slice(0, FAULTS_MAX);
    return { rows: this.rows, from: this.first, to: this.last, faults };
  }
}
