/** What is downloaded runs by itself: in an empty folder, with Node and npm alone, in a browser's place of use. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { templateFiles } from "@edgewright/app-kit/template";
import { standaloneFiles } from "@edgewright/exports";
import { createStarterModel } from "@edgewright/starter-model";
import { afterAll, beforeAll, expect, it } from "vitest";
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

/** `npm start`, until it says where the app is. */
async function start(): Promise<void> {
  port = await freePort();
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  serving = child;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (said) => String(said).includes("is at http") && resolve());
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
  });
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

beforeAll(async () => {
  const { files } = await play(
    createStarterModel(),
    templateFiles(),
    "a todo list with title, due date, priority (low, medium, high) and done",
  );
  const all = { ...files, ...standaloneFiles(files["package.json"], (path) => Object.hasOwn(files, path)) };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
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
