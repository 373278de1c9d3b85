/** The modules an app's server code is loaded with: its entry and the vendored packages. Used by dispatch, and by the boot check for the packages. */
import { Failure } from "@edgewright/contracts";
import type { Secrets } from "@edgewright/core";
import { z } from "zod";
import { APP_CONSOLE, appConsole, maskingCode } from "./app-console.ts";
import { SERVER_VENDOR } from "./server-vendor.generated.ts";

const IMPORTED = /\bfrom\s*"\.\/([\w.@-]+\.js)"|\bimport\s*"\.\/([\w.@-]+\.js)"/g;

const Thrown = z.object({ message: z.string(), stack: z.string(), refused: Failure.nullable().catch(null) });
export type ThrownByServer = z.infer<typeof Thrown>;

export const SERVER_MAIN = "main.js";
/** The name under which the app's own code is loaded; stacks carry it. */
export const SERVER_APP = "app.js";

/**
 * Hono answers an exception with "500" and keeps it to itself; unless the app handles its errors, they go on to the
 * platform. A stack does not outlive the way out of an isolate, so it travels in the message: see `thrownByServer`.
 * What the app may do with rows comes with each request, as it is bound to whoever asks. What is thrown gets into the log as well,
 * without secrets.
 */
const mainOf = (secrets: Secrets): string => `import "./${APP_CONSOLE}";
import { Hono } from "./hono.js";
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
      return await app.fetch(request, { ...env, ...context.props }, context);
    } catch (error) {
      const { name, code, message, next } = error ?? {};
      const hidden = ${maskingCode(secrets)};
      const refused = name === "DataError" ? { code, message, next } : null;
      throw new Error(JSON.stringify({ message: hidden(String(message ?? error)), stack: hidden(String(error?.stack ?? "")), refused }));
    }
  },
};
`;

/** What the app's server threw, out of what came over from its isolate. `refused`: what it may not do with rows, which it let pass. */
export const thrownByServer = (thrown: unknown): ThrownByServer =>
  saidByServer(thrown) ?? { message: textOf(thrown), stack: "", refused: null };

/** Whether it was thrown while a request was answered, so that the code is there and runs. */
export const serverThrew = (thrown: unknown): boolean => saidByServer(thrown) !== null;

function saidByServer(thrown: unknown): ThrownByServer | null {
  try {
    return Thrown.parse(JSON.parse(textOf(thrown)));
  } catch {
    return null;
  }
}

const textOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Everything an isolate needs to serve an app's build, by module name. `mark`: whose lines of the log it writes; `secrets`: what stands in none. */
export function serverProgram(code: string, mark: string, secrets: Secrets = {}): Record<string, string> {
  const main = mainOf(secrets);
  return { ...serverModules(main + code), [APP_CONSOLE]: appConsole(mark, secrets), [SERVER_MAIN]: main, [SERVER_APP]: code };
}

/** Module name → code, for the loader's `modules`, next to the build's own code under another name. */
export function serverModules(code: string): Record<string, string> {
  const needed: Record<string, string> = {};
  const visit = (text: string): void => {
    for (const match of text.matchAll(IMPORTED)) {
      const file = match[1] ?? match[2] ?? "";
      const vendored = Object.hasOwn(SERVER_VENDOR, file) ? SERVER_VENDOR[file] : undefined;
      if (vendored === undefined || Object.hasOwn(needed, file)) continue;
      needed[file] = vendored;
      visit(vendored);
    }
  };
  visit(code);
  return needed;
}
