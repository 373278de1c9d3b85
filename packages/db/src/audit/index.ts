/** The log beyond its writing: reading, sealing, checking and shortening it. Used by the API and by the jobs worker's sweeps. */
import { type ChainKeys, type ChainProof, chainKeys } from "@edgewright/audit";
import type { Clock } from "@edgewright/core";
import type { Database } from "../database.ts";
import { checkLog } from "./chain.ts";
import { type AuditFilter, type AuditLine, type AuditPath, listLines, pathFor } from "./list.ts";
import { removeExpired } from "./retention.ts";
import { type Swept, sealWaiting } from "./seal.ts";

export type { AuditFilter, AuditLine };

const MINUTE_MS = 60_000;
/** Sealed in one sweep, which comes every minute. */
const ROWS_A_SWEEP = 30_000;

export type AuditTrail = {
  list(
    filter: AuditFilter,
    page: { cursor: string | null; limit: number },
    path?: AuditPath,
  ): Promise<{ items: AuditLine[]; cursor: string | null }>;
  /** Chosen once for many pages of one filter. */
  pathFor(filter: AuditFilter): Promise<AuditPath>;
  check(scope: string, from?: number): Promise<ChainProof>;
  seal(rowsMax?: number): Promise<Swept>;
  removeExpired(): Promise<number>;
};

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
