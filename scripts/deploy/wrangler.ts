/** Runs wrangler as the deployment needs it: with the account's database id, secrets by a private file, and its output shown only when it fails. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { assemblePages, configFor, type DeployableWorker, ROOT, WORKERS } from "./deployables.ts";

const WRANGLER = join(ROOT, "node_modules/wrangler/bin/wrangler.js");

/** Runs wrangler in `cwd`; resolves with what it printed, rejects with the tail of it. */
export function runWrangler(args: string[], options: { cwd: string; env?: Record<string, string> }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRANGLER, ...args], {
      cwd: options.cwd,
      env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`wrangler ${args[0]} ended with ${code}:\n${output.trim().split("\n").slice(-15).join("\n")}`)),
    );
  });
}

/** A wrangler run against the account. A config for the account is written beside the real one, since its paths are relative. */
export async function runForAccount(
  args: string[],
  options: { config?: string; databaseId?: string; secrets?: Record<string, string>; sender?: string | null },
): Promise<void> {
  if (!options.config) {
    assemblePages();
    await runWrangler(args, { cwd: join(ROOT, "web") });
    return;
  }
  const worker = WORKERS.find((entry) => entry.config === options.config) as DeployableWorker;
  const folder = dirname(join(ROOT, worker.config));
  const config = join(folder, ".wrangler.deploy.toml");
  const secretsFolder = mkdtempSync(join(tmpdir(), "edgewright-"));
  const secretsFile = join(secretsFolder, "secrets.json");
  writeFileSync(config, configFor(worker, options.databaseId ?? "", options.sender ?? null));
  writeFileSync(secretsFile, JSON.stringify(options.secrets ?? {}), { mode: 0o600 });
  const withSecrets = args[0] === "deploy" && Object.keys(options.secrets ?? {}).length > 0;
  try {
    await runWrangler([...args, "--config", config, ...(withSecrets ? ["--secrets-file", secretsFile] : [])], { cwd: folder });
  } finally {
    rmSync(config, { force: true });
    rmSync(secretsFolder, { recursive: true, force: true });
  }
}
