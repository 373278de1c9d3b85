/** The little of SQL storage that what runs inside objects needs: a Durable Object's own SQLite, or Node's in tests. */
export type SqlValue = string | number | null;

export interface Sql {
  all<Row extends Record<string, SqlValue>>(query: string, ...values: SqlValue[]): Row[];
  /** All of `work` or nothing. */
  transaction<T>(work: () => T): T;
}
