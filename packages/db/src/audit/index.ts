/** The log beyond its writing: reading, sealing, checking and shortening it. Used by the API and by the jobs worker's sweeps. */
import { type AuditTrail, type ChainKeys, chainKeys } from "@edgewright/audit";
import type { Clock } from "@edgewright/core";
import type { Database } from "../database.ts";
import { checkLog } from "./chain.ts";
import { listLines, pathFor } from "./list.ts";
import { removeExpired } from "./retention.ts";
import { sealWaiting } from "./seal.ts";

const MINUTE_MS = 60_000;
/** Sealed in one sweep, which comes every minute. */
const ROWS_A_SWEEP = 30_000;

export function createAuditTrail(database: Database, sealKey: string, clock: Clock): AuditTrail {
  let derived: Promise<ChainKeys> | null = null;
  const keys = () => {
    derived ??= chainKeys(sealKey);
    return derived;
  };
  return {
    list: (filter, page, path) => listLines(database, filter, page, path),
    pathFor: (filter) => pathFor(database, filter),
    check: async (scope, from) => checkLog(database, await keys(), scope, from),
    seal: async (rowsMax = ROWS_A_SWEEP) => sealWaiting(database, await keys(), { rowsMax, turn: Math.floor(clock.now() / MINUTE_MS) }),
    removeExpired: async () => removeExpired(database, await keys(), clock),
  };
}
