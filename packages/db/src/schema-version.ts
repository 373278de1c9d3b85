/** Whether the database is the one that this build was made for: the newest migration that was applied to it, and the newest there is. */
import { sql } from "drizzle-orm";
import journal from "../../../migrations/meta/_journal.json" with { type: "json" };
import type { Database } from "./database.ts";

export type SchemaVersion = { expected: string; applied: string | null };

const EXPECTED = `${journal.entries.at(-1)?.tag}.sql`;

/** `npm start` and `wrangler d1 migrations apply` both note what they apply in `d1_migrations`. */
export const schemaVersion = async (database: Database): Promise<SchemaVersion> => {
  const newest = await database.get<{ name: string } | undefined>(sql`select name from d1_migrations order by name desc limit 1`);
  return { expected: EXPECTED, applied: newest?.name ?? null };
};
