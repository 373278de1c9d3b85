/** Checking an app: its types against the catalogue's, and the two files it carries for the platform. Used by workers/compiler and `check:app`. */
export { type Checker, type CheckInput, createChecker } from "./checker.ts";
export { checkDataFiles } from "./data-files.ts";
export type { Barrel, PackedTypes } from "./packed-types.ts";
export { TYPESCRIPT_NAMES, type TypeScript } from "./typescript.ts";
