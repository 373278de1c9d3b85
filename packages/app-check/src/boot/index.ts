/** The pure parts of the boot check: an app as modules for an isolate, and its errors as findings. Used by workers/compiler. */
export { type BootModules, bootModules } from "./boot-modules.ts";
export { guardLoops } from "./loop-guard.ts";
export { appFrame, type BootError, bootFinding } from "./stack.ts";
