/** Repairs of an app without a model: what the checker finds is put right where there is one answer. Used by workers/compiler. */
export { type Checker, createChecker } from "./checker.ts";
export type { AppRepairs } from "./repair-app.ts";
export { repairFiles } from "./repair-files.ts";
