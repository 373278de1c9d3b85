/** Checking an app: its types against the catalogue's, and the two files it carries for the platform. Used by workers/compiler and `check:app`. */

export { weightOf } from "../finding-weight.ts";
export { type Checker, createChecker } from "./checker.ts";
export { checkDataFiles } from "./data-files.ts";
export type { CheckInput } from "./inspection.ts";
export type { Barrel, PackageExports, PackedTypes } from "./packed-types.ts";
export type { AppRepairs } from "./repair/repair-app.ts";
export { repairFiles } from "./repair-files.ts";
export { CODE_FIXES, INTERNAL_NAMES, TYPESCRIPT_NAMES, type TypeScript } from "./typescript.ts";
