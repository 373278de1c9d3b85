/** Checking an app: its types against the catalogue's, and the two files it carries for the platform. Used by workers/compiler, by repairs and `check:app`. */
export { checkDataFiles } from "./data-files.ts";
export * from "./distance.ts";
export * from "./edit.ts";
export { kindOf, weightOf } from "./finding-weight.ts";
export * from "./import-edit.ts";
export * from "./imports.ts";
export * from "./inspection.ts";
export * from "./json-position.ts";
export * from "./nodes.ts";
export { COMPILER_OPTIONS } from "./options.ts";
export type { Barrel, PackageExports, PackedTypes } from "./packed-types.ts";
export { CODE_FIXES, INTERNAL_NAMES, TYPESCRIPT_NAMES, type TypeScript } from "./typescript.ts";
