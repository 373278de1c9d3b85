/** Runs inside the isolate that loads an app's server code. Bundled by scripts/build-boot.ts. */
import { WorkerEntrypoint } from "cloudflare:workers";

export default class ServerIsolate extends WorkerEntrypoint {
  /** What went wrong, with its stack; null when the code loads and exports an app. */
  async load(): Promise<string | null> {
    try {
      const { default: app } = (await import("./app.js")) as { default: unknown };
      const fetches = typeof app === "object" && app !== null && "fetch" in app && typeof app.fetch === "function";
      return fetches ? null : 'Error: server/index.ts must export a Hono app as its default: "export default app;"';
    } catch (error) {
      return error instanceof Error ? (error.stack ?? String(error)) : String(error);
    }
  }
}
