/** The text of a module's body as a function, under the module's own name. Used in the page and in its workers. */
import { inFile } from "./errors.ts";
import type { Body } from "./registry.ts";

/** Indirect eval keeps the lines of the body as they are; the name makes stacks and the debugger show the app's own file. */
export function compile(path: string, code: string): Body {
  try {
    // biome-ignore lint/security/noGlobalEval: running the app's code is what this page is for
    // biome-ignore lint/complexity/noCommaOperator: called by another name, eval sees no local variables
    return (0, eval)(`(function (module, exports, require) {${code}\n})\n//# sourceURL=${path}`) as Body;
  } catch (error) {
    throw inFile(error, path);
  }
}
