/** The runtime data of generated apps: schemas, rows, queries and policies, bookmarks and the way back to one, over any SQLite. */
export { plusDays, Zone } from "./calendar.ts";
export type { StoredChange } from "./change-record.ts";
export * from "./data-store.ts";
export { AppFiles, type FileContents } from "./files/index.ts";
export { Fork } from "./fork.ts";
export { DataRollbacks } from "./rollback.ts";
export { Samples } from "./samples.ts";
export { readSamples, SAMPLES_FILE } from "./samples-file.ts";
export { readSchema, SCHEMA_FILE } from "./schema-file.ts";
