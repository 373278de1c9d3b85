/** The modules an app's server code is loaded with: its entry and the vendored packages. Used by dispatch, and by the boot check for the packages. */
import { z } from "zod";
import { SERVER_VENDOR } from "./server-vendor.generated.ts";

const IMPORTED = /\bfrom\s*"\.\/([\w.@-]+\.js)"|\bimport\s*"\.\/([\w.@-]+\.js)"/g;

const Thrown = z.object({ message: z.string(), stack: z.string() });

export const SERVER_MAIN = "main.js";
/** The name under which the app's own code is loaded; stacks carry it. */
export const SERVER_APP = "app.js";

/**
 * Hono answers an exception with "500" and keeps it to itself; unless the app handles its errors, they go on to the
 * platform. A stack does not outlive the way out of an isolate, so it travels in the message: see `thrownByServer`.
 */
const MAIN = `import { Hono } from "./hono.js";
import app from "./${SERVER_APP}";
if (app instanceof Hono && app.errorHandler === new Hono().errorHandler) {
  app.onError((error) => {
    if (typeof error.getResponse === "function") return error.getResponse();
    throw error;
  });
}
export default {
  async fetch(request, env, context) {
    try {
      return await app.fetch(request, env, context);
    } catch (error) {
      throw new Error(JSON.stringify({ message: String(error?.message ?? error), stack: String(error?.stack ?? "") }));
    }
  },
};
`;

/** What the app's server threw, out of what came over from its isolate. */
export function thrownByServer(thrown: unknown): { message: string; stack: string } {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  try {
    return Thrown.parse(JSON.parse(text));
  } catch {
    return { message: text, stack: "" };
  }
}

/** Everything an isolate needs to serve an app's build, by module name. */
export function serverProgram(code: string): Record<string, string> {
  return { ...serverModules(MAIN + code), [SERVER_MAIN]: MAIN, [SERVER_APP]: code };
}

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
