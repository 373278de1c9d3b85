/** The runtime data of generated apps: schemas, rows, queries and policies, bookmarks and the way back to one, over any SQLite. */
export type { StoredChange } from "./change-record.ts";
export * from "./data-store.ts";
export { DataRollbacks } from "./rollback.ts";
export { readSchema, SCHEMA_FILE } from "./schema-file.ts";
