/** Files and pictures in rows: where their content lies, who may name and read them, and what becomes of those that nothing names. */
export { AppFiles } from "./app-files.ts";
export type { FileContents } from "./file-contents.ts";
