/** workers/compiler: checks and boots generated apps for the jobs worker and the API, over RPC only. */
import { Compiler } from "./compiler.ts";
import type { Env } from "./env.ts";

export { Compiler };

export default {
  fetch: () => new Response("The compiler has no public address.", { status: 404 }),
} satisfies ExportedHandler<Env>;
