/** Hosts of previews and published apps. Untrusted code runs only behind here. */
import { toSocket } from "@edgewright/adapters/sockets";
import { app } from "./app.ts";
import type { Env } from "./env.ts";

export { AppData } from "./app-data.ts";
export { Health } from "./health.ts";

export default {
  fetch: async (request, env, context) => toSocket(request, await app.fetch(request, env, context)),
} satisfies ExportedHandler<Env>;
