/** SQLite by Node's own driver, as the data store wants it: in a file, or in memory for tests. */
import { DatabaseSync } from "node:sqlite";

type Value = string | number | null;

/** Every write is on the disk before it is answered. */
export function nodeSql(file: string) {
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = full");
  return {
    all: <Row extends Record<string, Value>>(query: string, ...values: Value[]) => database.prepare(query).all(...values) as Row[],
    transaction<T>(work: () => T): T {
      database.exec("begin immediate");
      try {
        const result = work();
        database.exec("commit");
        return result;
      } catch (error) {
        database.exec("rollback");
        throw error;
      }
    },
  };
}
