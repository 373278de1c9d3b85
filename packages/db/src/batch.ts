/** Atomic writes within D1's limits. `db.transaction()` throws on D1; `db.batch` is all or nothing. */
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "./database.ts";

/** D1 binds at most 100 parameters in one statement. */
const PARAMETERS_MAX = 100;

export type Statement = BatchItem<"sqlite">;

export async function writeAll(database: Database, statements: Statement[]): Promise<void> {
  const [first, ...rest] = statements;
  if (first) await database.batch([first, ...rest]);
}

/** Rows in groups small enough for one INSERT of `columns` columns. */
export function insertGroups<T>(rows: T[], columns: number): T[][] {
  const size = Math.floor(PARAMETERS_MAX / columns);
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

/** What a refused write ran into, such as `UNIQUE constraint failed: projects.slug` or a trigger's `refused: last_admin`; drizzle wraps it as the cause. */
export function constraintOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const match = /(UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(: [\w., ]+)?|refused: \w+/.exec(at.message);
    if (match) return match[0].trim();
  }
  return null;
}
