/** SQLite by Node's own driver, as the data store wants it: in a file, or in memory for tests. */
import { DatabaseSync } from "node:sqlite";

type Value = string | number | null;

/** Every write is on the disk before it is answered. */
export function nodeSql(file: string) {
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = full");
  let depth = 0;
  return {
    all: <Row extends Record<string, Value>>(query: string, ...values: Value[]) => database.prepare(query).all(...values) as Row[],
    /** One within another is undone by itself, as in a Durable Object. */
    transaction<T>(work: () => T): T {
      const within = depth > 0 ? `within_${depth}` : null;
      database.exec(within ? `savepoint ${within}` : "begin immediate");
      depth++;
      try {
        const result = work();
        database.exec(within ? `release ${within}` : "commit");
        return result;
      } catch (error) {
        database.exec(within ? `rollback to ${within}; release ${within}` : "rollback");
        throw error;
      } finally {
        depth--;
      }
    },
  };
}
