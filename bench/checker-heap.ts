/**
 * Whether the checker fits into an isolate: checks the 67-file application, once more after an edit, and repairs it after a fault,
 * in a workerd whose heap is limited (Cloudflare allows 128 MB). Prints pass or fail, and fails with exit code 1.
 * `node bench/checker-heap.ts [MB]`; the default is the design's budget of 110.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileMap } from "@edgewright/contracts";
import { EDITED, edited, hasLabApp, labApp } from "./lab-app.ts";

/** Imported by most of the application, so that a fault there is checked everywhere. */
const SHARED = "src/client/lib/cn.ts";
const BUDGET_MB = 110;
const CHECKER = join(import.meta.dirname, "../dist/checker");

const MAIN = `import Checker from "./checker.js";
export default { fetch: async (request, env, ctx) => Response.json(new Checker(ctx, env)[new URL(request.url).pathname.slice(1)]("prj_bench", await request.json())) };
`;

const config = (limit: number) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [
      (name = "main.js", esModule = embed "main.js"),
      (name = "checker.js", esModule = embed "checker.js"),
      (name = "types.txt", text = embed "types.txt"),
    ],
    compatibilityDate = "2026-10-01", compatibilityFlags = ["nodejs_compat"],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
  v8Flags = ["--max-heap-size=${limit}"],
);
`;

/** True when all of it ended within the limit; an isolate that outgrows it takes workerd down. */
export async function checkerFits(files: FileMap, limit: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "checker-heap-"));
  writeFileSync(join(folder, "main.js"), MAIN);
  writeFileSync(join(folder, "checker.js"), readFileSync(join(CHECKER, "checker.txt")));
  writeFileSync(join(folder, "types.txt"), readFileSync(join(CHECKER, "types.txt")));
  writeFileSync(join(folder, "config.capnp"), config(limit));
  const workerd = spawn(createRequire(import.meta.url).resolve("workerd/bin/workerd"), ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const died = once(workerd, "exit").then(() => "died" as const);
  try {
    const [, , , control] = workerd.stdio;
    if (!control) throw new Error("workerd was started without its control pipe.");
    const [message] = (await once(control, "data")) as [Buffer];
    const { port } = JSON.parse(message.toString()) as { port: number };
    const call = (method: "check" | "repair", app: FileMap) =>
      fetch(`http://127.0.0.1:${port}/${method}`, { method: "POST", body: JSON.stringify({ files: app }) }).then((response) => response.ok);
    const changed = { ...files, [EDITED]: edited(files[EDITED] ?? "", 1) };
    const broken = { ...changed, [SHARED]: (files[SHARED] ?? "").replace("export function", "export const x = totl;\nexport function") };
    for (const [method, app] of [
      ["check", files],
      ["check", changed],
      ["repair", broken],
    ] as const) {
      if ((await Promise.race([call(method, app).catch(() => false), died])) !== true) return false;
    }
    return true;
  } finally {
    workerd.kill();
    await died;
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const limit = Number(process.argv[2] ?? BUDGET_MB);
  if (!hasLabApp()) throw new Error("The 67-file application of the benchmark is not on this machine.");
  const fits = await checkerFits(labApp(67), limit);
  console.log(`Checker in ${limit} MB: ${fits ? "pass" : "fail"}`);
  process.exitCode = fits ? 0 : 1;
}
