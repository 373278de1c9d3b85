/** A Durable Object's own SQLite as what runs inside of it asks for. Used by the objects worker. */
import type { Sql, SqlValue } from "@edgewright/core";

export const storageSql = (storage: DurableObjectStorage): Sql => ({
  // What a row holds is for the query to say; SQL storage knows values only.
  all: <Row extends Record<string, SqlValue>>(query: string, ...values: SqlValue[]) =>
    storage.sql.exec(query, ...values).toArray() as Row[],
  transaction: (work) => storage.transactionSync(work),
});
