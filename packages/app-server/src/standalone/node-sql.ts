/** A file of SQLite by Node's own driver, as the data store wants it. */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Sql } from "@edgewright/core";

type Value = string | number | null;

/** Every write is on the disk before it is answered. */
export function nodeSql(file: string): Sql {
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = full");
  const prepared = new Map<string, StatementSync>();
  const statement = (query: string): StatementSync => {
    const known = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, known);
    return known;
  };
  return {
    all: <Row extends Record<string, Value>>(query: string, ...values: Value[]) => statement(query).all(...values) as Row[],
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
