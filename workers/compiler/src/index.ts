/** workers/compiler: checks and boots generated apps for the jobs worker and the API, over RPC only. */
import { Compiler } from "./compiler.ts";
import type { Env } from "./env.ts";
import { warm } from "./warm.ts";

export { Compiler };

export default {
  fetch: () => new Response("The compiler has no public address.", { status: 404 }),
  /** A local platform asks for it once it is up (scripts/platform/compiler.mjs); on Cloudflare there is no cron for it. */
  scheduled: (_controller, { LOADER }) => warm(LOADER),
} satisfies ExportedHandler<Env>;
