/**
 * Removes sealed lines that are older than their organization keeps them: the sweep of the jobs worker. From the beginning
 * of the chain only, whose anchor moves in the same batch, so that what is left still shows when something else is missing.
 */
import { auditEntry, type ChainKeys, isIntact, type Origin, sealedEnds } from "@edgewright/audit";
import type { Clock } from "@edgewright/core";
import { and, asc, eq, gt, isNotNull, lte, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../batch.ts";
import type { Database } from "../database.ts";
import { auditChains, auditLog, organizations } from "../tables/index.ts";

const DAY_MS = 24 * 3600 * 1000;
/** Removed at once, and in one sweep. */
const STEP_ROWS = 2000;
const STEPS_MAX = 20;

const SWEEP: Origin = { kind: "system", id: "system", name: "Edgewright", personId: null, ip: null, userAgent: null, requestId: null };

/** How many lines were removed. */
export async function removeExpired(database: Database, keys: ChainKeys, clock: Clock): Promise<number> {
  let removed = 0;
  for (let step = 0; step < STEPS_MAX; ) {
    const expired = await logsToShorten(database, clock.now(), STEPS_MAX - step);
    let moved = 0;
    for (const { scope, days } of expired) moved += await shorten(database, keys, clock, scope, clock.now() - days * DAY_MS);
    removed += moved;
    step += expired.length;
    if (moved === 0) break;
  }
  return removed;
}

/** Organizations whose first line is older than they keep lines. */
async function logsToShorten(database: Database, now: number, limit: number) {
  const first = sql`(select line.at from audit_log line where line.scope = ${organizations.id} and line.number > 0 order by line.number limit 1)`;
  const days = organizations.auditRetentionDays;
  const rows = await database
    .select({ scope: organizations.id, days: sql<number>`${days}` })
    .from(organizations)
    .where(and(isNotNull(days), sql`${first} < ${now} - ${days} * ${DAY_MS}`))
    .limit(limit);
  return rows;
}

/** One step; 0 when the chain is not what was sealed, or moved meanwhile. */
async function shorten(database: Database, keys: ChainKeys, clock: Clock, scope: string, before: number): Promise<number> {
  const [chain] = await database.select().from(auditChains).where(eq(auditChains.scope, scope));
  if (!chain || !(await isIntact(keys, scope, chain))) return 0;
  const window = await database
    .select({ number: sql<number>`${auditLog.number}`, hash: auditLog.hash, at: auditLog.at })
    .from(auditLog)
    .where(and(eq(auditLog.scope, scope), gt(auditLog.number, chain.anchorNumber), lte(auditLog.number, chain.lastNumber)))
    .orderBy(asc(auditLog.number))
    .limit(STEP_ROWS);
  const young = window.findIndex(({ at }) => at >= before);
  const last = (young < 0 ? window : window.slice(0, young)).at(-1);
  if (!last?.hash) return 0;
  const ends = { ...chain, anchorNumber: last.number, anchorHash: last.hash };
  const { hash } = await sealedEnds(keys, scope, ends);
  const rows = last.number - chain.anchorNumber;
  const detail = { from: chain.anchorNumber + 1, to: last.number };
  const audit = auditEntry(clock, SWEEP, { scope, projectId: null, action: "audit.swept", subject: scope, detail });
  const untouched = sql`case when ${auditChains.hash} = ${chain.hash} then ${hash} end`;
  try {
    await writeAll(database, [
      // NULL, which the column refuses and the whole batch with it, when the chain moved meanwhile.
      database
        .update(auditChains)
        .set({ anchorNumber: last.number, anchorHash: last.hash, hash: untouched })
        .where(eq(auditChains.scope, scope)),
      database
        .delete(auditLog)
        .where(and(eq(auditLog.scope, scope), gt(auditLog.number, chain.anchorNumber), lte(auditLog.number, last.number))),
      database.insert(auditLog).values(audit),
    ]);
    return rows;
  } catch (error) {
    if (constraintOf(error) === null) throw error;
    return 0;
  }
}
