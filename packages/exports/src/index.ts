/** What an organization takes with it: its log as a file, and all of it as files. */
export { AUDIT_MEDIA, type ExportFormat, exportLines } from "./audit-lines.ts";
export { type ExportDeps, exportFiles } from "./organization-files.ts";
export type * from "./ports.ts";
