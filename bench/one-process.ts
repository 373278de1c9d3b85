/**
 * The platform's objects, dispatch and compiler in one workerd, as on Cloudflare, where a call between
 * two of them does not cross a process. A small driver calls their RPC methods for the benchmark.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PREVIEW_TOKEN_PARAM, previewAudience } from "@edgewright/contracts";
import { signToken } from "@edgewright/core";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { fetchAlone } from "../tests/platform/client.ts";

const ROOT = join(import.meta.dirname, "..");
const SECRET = "a secret of the benchmark only";
const COMPATIBILITY = { compatibilityDate: "2026-10-01", compatibilityFlags: ["nodejs_compat"] };

const DIRECT = [{ host: "127.0.0.1", port: 0 }];

const DRIVER = `import { WorkerEntrypoint } from "cloudflare:workers";
export class Directory extends WorkerEntrypoint {
  resolve(slug) { return { projectId: slug, name: slug }; }
  roleOf() { return "admin"; }
}
export default {
  async fetch(request, env) {
    const [, target, name, method] = new URL(request.url).pathname.split("/");
    const to = target.startsWith("COMPILER") ? env[target] : env[target].get(env[target].idFromName(name));
    if (!method) return to.fetch(request);
    const results = [];
    for (const args of await request.json()) results.push((await to[method](...args)) ?? null);
    return Response.json(results);
  },
};`;

export type OneProcess = {
  /** Calls a method of an object or of the compiler, once for each list of arguments, one after the other. */
  call(
    target: "WORKSPACE" | "SESSION_STREAM" | "PROJECT_DATA" | "COMPILER" | "COMPILER_EVENTS",
    name: string,
    method: string,
    calls: unknown[][],
  ): Promise<unknown[]>;
  /** Has the compiler made ready, as a platform does once it is up. */
  warm(): Promise<void>;
  /** The address of an object's own fetch, for sockets. */
  socketUrl(target: "SESSION_STREAM", name: string): string;
  /** Where a project's preview is, and the address that lets a member in. */
  preview(projectId: string, channel?: "draft"): Promise<{ origin: string; enter: string }>;
  /** Straight to dispatch: past the entry that Miniflare puts before it, which Cloudflare has not. */
  dispatchPort: number;
  stop(): Promise<void>;
};

export async function startOneProcess(): Promise<OneProcess> {
  const port = await freePort();
  const state = mkdtempSync(join(tmpdir(), "edgewright-bench-"));
  const previewOrigin = `http://preview.localhost:${port}`;
  const workers = [
    {
      ...bundled("dispatch"),
      unsafeDirectSockets: DIRECT,
      bindings: {
        PREVIEW_SECRET: SECRET,
        PREVIEW_ORIGIN: previewOrigin,
        APPS_ORIGIN: `http://apps.localhost:${port}`,
        APP_URL: "http://localhost",
      },
    },
    bundled("objects"),
    bundled("compiler"),
    driver(),
  ];
  const options = {
    host: "127.0.0.1",
    port,
    workers,
    resourcePersistencePath: state,
    log: new Log(LogLevel.ERROR),
    cf: false,
    telemetry: { enabled: false },
  };
  const runtime = new Miniflare(convertV4MiniflareOptions(options as Parameters<typeof convertV4MiniflareOptions>[0]));
  await runtime.ready;
  await makeTables(await runtime.getD1Database("DB", "edgewright-objects"));
  const driverUrl = (await runtime.unsafeGetDirectURL("edgewright-api")).origin;
  const call: OneProcess["call"] = async (target, name, method, calls) => {
    const response = await fetchAlone(`${driverUrl}/${target}/${name}/${method}`, { method: "POST", body: JSON.stringify(calls) });
    if (!response.ok) throw new Error(`${target}.${method} → ${response.status}: ${(await response.text()).slice(0, 400)}`);
    return (await response.json()) as unknown[];
  };
  return {
    dispatchPort: Number((await runtime.unsafeGetDirectURL("edgewright-dispatch")).port),
    call,
    async warm() {
      await call("COMPILER_EVENTS", "one", "scheduled", [[{ cron: "" }]]);
    },
    socketUrl: (target, name) => `${driverUrl.replace("http", "ws")}/${target}/${name}`,
    async preview(projectId, channel) {
      const origin = previewOrigin.replace("preview.", `${projectId}${channel ? `--${channel}` : ""}.preview.`);
      const user = { id: "usr_bench", name: "Ada", email: "ada@example.test", role: "admin" };
      const claims = { projectId, use: "handover", user };
      const token = await signToken(claims, {
        secret: SECRET,
        audience: previewAudience(projectId, channel ?? "current"),
        expiresInSeconds: 600,
      });
      return { origin, enter: `${origin}/?${PREVIEW_TOKEN_PARAM}=${token}` };
    },
    async stop() {
      await runtime.dispose();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** A Workspace asks the database once which version is current; the answer here is that there is none. */
async function makeTables(database: Pick<D1Database, "batch" | "prepare">): Promise<void> {
  const folder = join(ROOT, "migrations");
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()) {
    const statements = readFileSync(join(folder, name), "utf8").split("--> statement-breakpoint");
    await database.batch(statements.map((statement) => database.prepare(statement)));
  }
}

/** A worker as it would be uploaded. */
function bundled(name: "dispatch" | "objects" | "compiler") {
  const folder = join(ROOT, "dist/workers", name);
  const config = join(ROOT, "workers", name, "wrangler.toml");
  const others = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  const modules = [
    { type: "ESModule", path: join(folder, "index.js") },
    ...others.map((file) => ({ type: "Text", path: join(folder, file) })),
  ];
  return { ...unstable_getMiniflareWorkerOptions(config).workerOptions, name: `edgewright-${name}`, modulesRoot: folder, modules };
}

/** Takes the API's place, since dispatch asks it for its directory only. */
const driver = () => ({
  compatibilityDate: COMPATIBILITY.compatibilityDate,
  compatibilityFlags: [...COMPATIBILITY.compatibilityFlags, "service_binding_extra_handlers"],
  name: "edgewright-api",
  modules: [{ type: "ESModule", path: join(ROOT, "driver.js"), contents: DRIVER }],
  durableObjects: Object.fromEntries(
    [
      ["SESSION_STREAM", "SessionStream"],
      ["WORKSPACE", "Workspace"],
      ["PROJECT_DATA", "ProjectData"],
      ["ATTEMPT_LIMIT", "AttemptLimit"],
      ["JOB_SCHEDULE", "JobSchedule"],
    ].map(([binding, className]) => [binding, { className, scriptName: "edgewright-objects", useSQLite: true }]),
  ),
  serviceBindings: { COMPILER: { name: "edgewright-compiler", entrypoint: "Compiler" }, COMPILER_EVENTS: { name: "edgewright-compiler" } },
  unsafeDirectSockets: DIRECT,
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
