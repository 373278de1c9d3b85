/** Hosts of previews. Untrusted code runs only behind here. */
import { app } from "./app.ts";
import type { Env } from "./env.ts";

export { AppData } from "./app-data.ts";

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
