/** A Durable Object's synchronous SQLite in memory, over Node's own, for tests of what runs inside objects. */
import { DatabaseSync } from "node:sqlite";

type Value = string | number | null;

export function memorySql() {
  const database = new DatabaseSync(":memory:");
  return {
    all: <Row extends Record<string, Value>>(query: string, ...values: Value[]) => database.prepare(query).all(...values) as Row[],
    transaction<T>(work: () => T): T {
      database.exec("begin");
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
