/** The runtime data of generated apps: schemas, rows, queries and policies, over any SQLite. */
export * from "./data-store.ts";
export type { Sql, SqlValue } from "./sql.ts";
