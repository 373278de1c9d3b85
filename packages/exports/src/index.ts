/** What is taken along: the rows of a table as a file, the log of an organization, and all of it as files. */
export { AUDIT_MEDIA, type ExportFormat, exportLines } from "./audit-lines.ts";
export type { DownloadedVariable } from "./cloudflare-files.ts";
export { type ExportDeps, exportFiles } from "./organization-files.ts";
export type * from "./ports.ts";
export { exportRowsAs, ROW_FORMATS, ROW_MEDIA, type RowFormat, type RowSource } from "./row-file.ts";
export { standaloneFiles } from "./standalone-app.ts";
