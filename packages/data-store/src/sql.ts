/** The SQLite a data store stands on: a Durable Object's own, or Node's in tests. */
export type SqlValue = string | number | null;

export interface Sql {
  all<Row extends Record<string, SqlValue>>(query: string, ...values: SqlValue[]): Row[];
  transaction<T>(work: () => T): T;
}

/** A row as stored: values as JSON under the names of the current schema; fields no schema names any more stay in it. */
export type StoredRow = {
  id: string;
  table_name: string;
  json: string;
  created_at: string;
  updated_at: string;
  created_by: string | null;
  revision: number;
};

export function createTables(sql: Sql): void {
  sql.all("create table if not exists schemas (channel text primary key, json text not null)");
  sql.all(`create table if not exists rows (
    id text primary key, table_name text not null, json text not null,
    created_at text not null, updated_at text not null, created_by text, revision integer not null)`);
  sql.all("create index if not exists rows_table on rows (table_name, created_at, id)");
}
