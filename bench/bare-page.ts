/** The bare page of bare-page/, built and served from a workerd of its own. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";

const ROOT = join(import.meta.dirname, "..");
const SERVER = join(ROOT, "dist/bare-page/server");

export async function startBarePage(): Promise<{ port: number; stop(): Promise<void> }> {
  execFileSync(join(ROOT, "node_modules/.bin/react-router"), ["build"], { cwd: join(import.meta.dirname, "bare-page"), stdio: "ignore" });
  const worker = {
    name: "bare-page",
    modulesRoot: SERVER,
    modules: [{ type: "ESModule", path: join(SERVER, "index.js") }],
    compatibilityDate: "2026-10-01",
    compatibilityFlags: ["nodejs_compat"],
  };
  const options = { host: "127.0.0.1", port: 0, workers: [worker], log: new Log(LogLevel.ERROR), cf: false, telemetry: { enabled: false } };
  const runtime = new Miniflare(convertV4MiniflareOptions(options as Parameters<typeof convertV4MiniflareOptions>[0]));
  const { port } = await runtime.ready;
  return { port: Number(port), stop: () => runtime.dispose() };
}
