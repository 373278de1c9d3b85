/** What is downloaded runs by itself: in an empty folder, with Node and npm alone, in a browser's place of use. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { templateFiles } from "@edgewright/app-kit/template";
import { standaloneFiles } from "@edgewright/exports";
import { createStarterModel } from "@edgewright/starter-model";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { play } from "../../packages/starter-model/src/testing/play.ts";

const folder = mkdtempSync(join(tmpdir(), "downloaded-"));
let serving: ChildProcess | null = null;
let port = 0;

const npm = (...args: string[]) => spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });

/** Until it says where the app is. */
async function serve(command: string, args: string[], ready: string): Promise<void> {
  const env = { ...process.env, PORT: String(port), CI: "1", WRANGLER_SEND_METRICS: "false" };
  const child = spawn(command, args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  serving = child;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (said) => String(said).includes(ready) && resolve());
    child.once("exit", (code) => reject(new Error(`${command} ended with ${code}`)));
  });
}

async function start(): Promise<void> {
  port = await freePort();
  await serve("npm", ["start"], "is at http");
}

const WRANGLER = join(import.meta.dirname, "../../node_modules/.bin/wrangler");

/** As a Worker, in the runtime of Cloudflare. */
async function startWorker(): Promise<void> {
  port = await freePort();
  await serve(WRANGLER, ["dev", "--ip", "127.0.0.1", "--port", String(port), "--persist-to", ".worker"], "Ready on http");
}

async function stop(): Promise<void> {
  const child = serving;
  serving = null;
  if (!child?.pid) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  await ended;
}

const call = (path: string, init: RequestInit = {}) =>
  fetch(`http://localhost:${port}${path}`, {
    ...init,
    headers: { origin: `http://localhost:${port}`, "content-type": "application/json" },
  });

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
const parsed = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));

beforeAll(async () => {
  const { files } = await play(
    createStarterModel(),
    templateFiles(),
    "a todo list with title, due date, priority (low, medium, high) and done",
  );
  const app = { slug: "todo", packageJson: files["package.json"], schema: files["data/schema.json"] };
  write({ ...files, ...standaloneFiles({ ...app, variables: [], has: (path) => Object.hasOwn(files, path) }) });
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

it("installs, passes its types, builds and serves, and keeps its rows", async () => {
  expect(npm("install", "--no-audit", "--no-fund")).toMatchObject({ status: 0 });
  expect(npm("run", "types")).toMatchObject({ status: 0, stderr: "" });
  await start();
  const page = await (await call("/")).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
  expect((await call(script)).status).toBe(200);
  expect((await call("/_app/data/tasks", { method: "POST", body: JSON.stringify({ values: { title: "Kept" } }) })).status).toBe(201);
  await stop();
  await start();
  expect(JSON.stringify(await (await call("/_app/data/tasks?q=%7B%22search%22%3A%22Kept%22%7D")).json())).toContain('"total":1');
}, 600_000);

it("is deployed as a Worker, which keeps its rows and its members' files to them", async () => {
  await stop();
  await startWorker();
  const refused = await call("/");
  expect([refused.status, await refused.json()]).toEqual([401, expect.objectContaining({ next: expect.stringContaining("OIDC_ISSUER") })]);
  await stop();
  const schema = parsed("data/schema.json");
  for (const table of schema.tables) table.policy = { read: "anyone", create: "anyone", update: "anyone", delete: "anyone" };
  write({ "app.json": JSON.stringify({ ...parsed("app.json"), visibility: "link" }), "data/schema.json": JSON.stringify(schema) });
  await startWorker();
  const page = await (await call("/tasks/some-row")).text();
  const script = await call(/src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? "");
  expect([script.status, script.headers.get("cache-control")]).toEqual([200, expect.stringContaining("immutable")]);
  expect((await call("/none.png")).status).toBe(404);
  expect((await call("/_app/data/tasks", { method: "POST", body: JSON.stringify({ values: { title: "Kept" } }) })).status).toBe(201);
  const socket = new WebSocket(`ws://localhost:${port}/_app/live`, { headers: { origin: `http://localhost:${port}` } });
  await new Promise((resolve) => socket.once("open", resolve));
  const heard = new Promise((resolve) => socket.once("message", (text) => resolve(JSON.parse(String(text)))));
  await call("/_app/data/tasks", { method: "POST", body: JSON.stringify({ values: { title: "Heard" } }) });
  expect(await heard).toMatchObject({ table: "tasks", type: "created", row: { title: "Heard" } });
  socket.terminate();
  await stop();
  await startWorker();
  expect(JSON.stringify(await (await call("/_app/data/tasks?q=%7B%22search%22%3A%22Kept%22%7D")).json())).toContain('"total":1');
}, 600_000);
