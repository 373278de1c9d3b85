/** API tokens as rows. Made by better-auth's API key plugin, listed and revoked here. */
import type { TokenRecord, TokenRecords } from "@edgewright/accounts";
import { TokenGrant } from "@edgewright/contracts";
import { and, desc, eq } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { apikeys, auditLog } from "../../tables/index.ts";

type Row = typeof apikeys.$inferSelect;

/** null: what it grants cannot be read, so that it grants nothing. */
function toRecord(row: Row): TokenRecord | null {
  const grant = TokenGrant.safeParse(JSON.parse(row.metadata ?? "null"));
  if (!grant.success) return null;
  return {
    id: row.id,
    name: row.name ?? "",
    start: row.start ?? "",
    grant: grant.data,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt?.getTime() ?? null,
    lastUsedAt: row.lastRequest?.getTime() ?? null,
  };
}

export function tokenRepository(database: Database): TokenRecords {
  const owned = (ownerId: string, id: string) => and(eq(apikeys.referenceId, ownerId), eq(apikeys.id, id));
  const find = async (ownerId: string, id: string) => {
    const [row] = await database.select().from(apikeys).where(owned(ownerId, id));
    return row ? toRecord(row) : null;
  };
  return {
    find,
    async list(ownerId) {
      const rows = await database.select().from(apikeys).where(eq(apikeys.referenceId, ownerId)).orderBy(desc(apikeys.id));
      return rows.map(toRecord).filter((record) => record !== null);
    },
    async revoke(ownerId, id, audit) {
      if (!(await find(ownerId, id))) return false;
      await writeAll(database, [database.delete(apikeys).where(owned(ownerId, id)), database.insert(auditLog).values(audit)]);
      return true;
    },
  };
}
