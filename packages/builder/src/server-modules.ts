/** The vendored modules a server build needs beside it. Used by dispatch when it loads an app's server code. */
import { SERVER_VENDOR } from "./server-vendor.generated.ts";

const IMPORTED = /\bfrom\s*"\.\/([\w.@-]+\.js)"|\bimport\s*"\.\/([\w.@-]+\.js)"/g;

/** Module name → code, for the loader's `modules`, next to the build's own code under another name. */
export function serverModules(code: string): Record<string, string> {
  const needed: Record<string, string> = {};
  const visit = (text: string): void => {
    for (const match of text.matchAll(IMPORTED)) {
      const file = match[1] ?? match[2] ?? "";
      const vendored = SERVER_VENDOR[file];
      if (vendored === undefined || file in needed) continue;
      needed[file] = vendored;
      visit(vendored);
    }
  };
  visit(code);
  return needed;
}
