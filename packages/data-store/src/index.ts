/** The runtime data of generated apps: schemas, rows, queries and policies, bookmarks and the way back to one, over any SQLite. */
export * from "./data-store.ts";
export { DataRollbacks } from "./rollback.ts";
export { readSchema, SCHEMA_FILE } from "./schema-file.ts";
export type { Sql, SqlValue } from "./sql.ts";
