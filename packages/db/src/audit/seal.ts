/**
 * Seals lines into their scopes' chains: the sweep of the jobs worker. A scope's lines and its chain's new end go in one
 * batch that is refused when the chain moved meanwhile, so sweeps may run side by side and end at any point.
 */
import { type ChainKeys, isIntact, type SealedLines, type SealResult, type StoredEntry, sealLines, UNSTARTED } from "@edgewright/audit";
import { asc, sql } from "drizzle-orm";
import { constraintOf } from "../batch.ts";
import type { Database } from "../database.ts";
import { auditChains, auditLog } from "../tables/index.ts";
import { storedEntry } from "./stored.ts";

/** Lines that are read and written at once, and the scopes they are of. */
const ROUND_ROWS = 2000;
const ROUND_SCOPES = 100;

type Work = { scope: string; before: string | null; from: number; sealed: SealedLines };

/** At most so many lines, each scope having its turn with as many as the others. */
export async function sealWaiting(
  database: Database,
  keys: ChainKeys,
  { rowsMax, turn }: { rowsMax: number; turn: number },
): Promise<SealResult> {
  const ends = new Map<string, { scope: string; number: number; hash: string }>();
  const broken = new Set<string>();
  const left = new Set<string>();
  let rows = 0;
  while (rows < rowsMax) {
    const waiting = (await waitingScopes(database)).filter((scope) => !broken.has(scope) && !left.has(scope));
    if (waiting.length === 0) break;
    // Who came last in one sweep comes earlier in the next.
    const start = turn % waiting.length;
    const scopes = [...waiting.slice(start), ...waiting.slice(0, start)].slice(0, ROUND_SCOPES);
    const each = Math.max(1, Math.floor(Math.min(ROUND_ROWS, rowsMax - rows) / scopes.length));
    const work: Work[] = [];
    for (const found of await nextLines(database, scopes, each)) {
      const made = await seal(keys, found);
      if (made) work.push(made);
      else broken.add(found.scope);
    }
    for (const done of await write(database, work, left)) {
      rows += done.sealed.places.length;
      const { lastNumber: number, lastHash: hash } = done.sealed.state;
      ends.set(done.scope, { scope: done.scope, number, hash });
    }
  }
  return { rows, ends: [...ends.values()], broken: [...broken] };
}

/** Steps from scope to scope along the index, whose entries without a number come first. */
async function waitingScopes(database: Database): Promise<string[]> {
  const found = await database.all<{ scope: string }>(sql`
    with recursive scopes(scope) as (
      select (select min(scope) from audit_log) where exists (select 1 from audit_log where number is null)
      union all
      select (select min(scope) from audit_log where scope > scopes.scope) from scopes where scopes.scope is not null
    )
    select scope from scopes
    where scope is not null and exists (select 1 from audit_log line where line.scope = scopes.scope and line.number is null)`);
  return found.map(({ scope }) => scope);
}

type PendingLines = { scope: string; chain: typeof auditChains.$inferSelect | null; started: boolean; rows: StoredEntry[] };

/** In the order they came, which the index keeps; a line that comes late is sealed after those that are. */
async function nextLines(database: Database, scopes: string[], each: number): Promise<PendingLines[]> {
  const wanted = sql`json_each(${JSON.stringify(scopes)})`;
  const first = sql`(select line.rowid from ${wanted} wanted join audit_log line on line.rowid in (
    select one.rowid from audit_log one where one.scope = wanted.value and one.number is null order by one.rowid limit ${each}))`;
  const has = sql`exists (select 1 from audit_log line where line.scope = wanted.value and line.number is not null)`;
  const [rows, chains, started] = await database.batch([
    database.select(storedEntry).from(auditLog).where(sql`${auditLog}.rowid in ${first}`).orderBy(asc(auditLog.id)),
    database.select().from(auditChains).where(sql`${auditChains.scope} in (select value from ${wanted})`),
    database.select({ scope: sql<string>`value` }).from(sql`${wanted} wanted`).where(has),
  ]);
  return scopes.map((scope) => ({
    scope,
    chain: chains.find((chain) => chain.scope === scope) ?? null,
    started: started.some((one) => one.scope === scope),
    rows: rows.filter((row) => row.scope === scope),
  }));
}

/** null: the chain is not what was sealed. To go on with it would seal what somebody altered. */
async function seal(keys: ChainKeys, { scope, chain, started, rows }: PendingLines): Promise<Work | null> {
  if (chain ? !(await isIntact(keys, scope, chain)) : started) return null;
  const ends = chain ?? UNSTARTED;
  return { scope, before: chain?.hash ?? null, from: ends.lastNumber, sealed: await sealLines(keys, scope, ends, rows) };
}

/** What was written. When one of them moved meanwhile, each is tried by itself; those that moved are left to the other sweep. */
async function write(database: Database, work: Work[], left: Set<string>): Promise<Work[]> {
  const full = work.filter(({ sealed }) => sealed.places.length > 0);
  if (full.length === 0) {
    for (const { scope } of work) left.add(scope);
    return [];
  }
  try {
    await database.$client.batch(statements(database, full));
    return full;
  } catch (error) {
    if (constraintOf(error) === null) throw error;
    const [one, ...others] = full;
    if (one && others.length === 0) {
      left.add(one.scope);
      return [];
    }
    const each = [];
    for (const work of full) each.push(...(await write(database, [work], left)));
    return each;
  }
}

// Each takes a list as JSON. NULL, which the column refuses and the whole batch with it, stands where the chain is not as it
// was read, or a line did not get its place.
const PLACES =
  "update audit_log set number = place.value ->> 1, hash = place.value ->> 2 from json_each(?1) place where audit_log.id = place.value ->> 0 and audit_log.number is null";
const WHOLE = `(select count(*) from audit_log line where line.scope = chain.value ->> 0
  and line.number > (chain.value ->> 2) and line.number <= (chain.value ->> 3)) = (chain.value ->> 3) - (chain.value ->> 2)`;
const BEGUN = `insert into audit_chains (scope, anchor_number, anchor_hash, last_number, last_hash, hash)
  select chain.value ->> 0, 0, '', chain.value ->> 3, chain.value ->> 4, case when ${WHOLE} then chain.value ->> 5 end
  from json_each(?1) chain where chain.value ->> 1 is null`;
const GROWN = `update audit_chains set last_number = chain.value ->> 3, last_hash = chain.value ->> 4,
  hash = case when audit_chains.hash = chain.value ->> 1 and ${WHOLE} then chain.value ->> 5 end
  from json_each(?1) chain where audit_chains.scope = chain.value ->> 0 and chain.value ->> 1 is not null`;

function statements({ $client: client }: Database, work: Work[]): D1PreparedStatement[] {
  const places = work.flatMap(({ sealed }) => sealed.places.map(({ id, number, hash }) => [id, number, hash]));
  const chains = work.map(({ scope, before, from, sealed: { state } }) => [
    scope,
    before,
    from,
    state.lastNumber,
    state.lastHash,
    state.hash,
  ]);
  return [
    client.prepare(PLACES).bind(JSON.stringify(places)),
    client.prepare(BEGUN).bind(JSON.stringify(chains)),
    client.prepare(GROWN).bind(JSON.stringify(chains)),
  ];
}
