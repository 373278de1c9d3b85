/** A scope's chain as its check reads it. Each look is one statement or one batch, and so one picture. */
import { type ChainKeys, type ChainProof, type ChainSource, checkChain } from "@edgewright/audit";
import { and, asc, count, eq, gt, gte, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditChains, auditLog } from "../tables/index.ts";
import { storedEntry } from "./stored.ts";

/** In one request; a longer log is checked in several. */
const ROWS_MAX = 200_000;

/** `from`: the place to go on at. */
export const checkLog = (database: Database, keys: ChainKeys, scope: string, from?: number, rowsMax = ROWS_MAX): Promise<ChainProof> =>
  checkChain(keys, scope, chainSource(database, scope), { from, rowsMax });

function chainSource(database: Database, scope: string): ChainSource {
  const chain = database.select().from(auditChains).where(eq(auditChains.scope, scope));
  const own = eq(auditLog.scope, scope);
  return {
    async page(from, limit) {
      const [[state], rows] = await database.batch([
        chain,
        database
          .select({ ...storedEntry, number: sql<number>`${auditLog.number}`, hash: auditLog.hash })
          .from(auditLog)
          .where(and(own, gte(auditLog.number, from)))
          .orderBy(asc(auditLog.number))
          .limit(limit),
      ]);
      return { state: state ?? null, rows };
    },

    async outside(limit) {
      const end = (column: typeof auditChains.anchorNumber | typeof auditChains.lastNumber) =>
        sql`(select ${column} from ${auditChains} where ${auditChains.scope} = ${scope})`;
      const unstarted = sql`not exists (select 1 from ${auditChains} where ${auditChains.scope} = ${scope})`;
      const strays = (where: ReturnType<typeof and>) =>
        database
          .select({ id: auditLog.id, number: sql<number>`${auditLog.number}` })
          .from(auditLog)
          .where(and(own, where))
          .limit(limit);
      const [above, below, all, [waiting]] = await database.batch([
        strays(gt(auditLog.number, end(auditChains.lastNumber))),
        strays(lte(auditLog.number, end(auditChains.anchorNumber))),
        strays(and(isNotNull(auditLog.number), unstarted)),
        database
          .select({ count: count() })
          .from(auditLog)
          .where(and(own, isNull(auditLog.number))),
      ]);
      return { strays: [...above, ...below, ...all], waiting: waiting?.count ?? 0 };
    },
  };
}
