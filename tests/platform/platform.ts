/** A running platform for tests and the benchmark: started as a person starts it, on free ports and data of its own, and ended without a trace. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PATIENCE_MS } from "./patience.ts";

const ROOT = join(import.meta.dirname, "../..");

export type Platform = {
  url: string;
  appsPort: number;
  /** The folder of its data and logs. */
  data: string;
  /** As Ctrl-C does. Throws if a process stays. */
  stop(): Promise<void>;
  /** Ends every process at once, with no chance to tidy up, as a power cut does. */
  kill(): Promise<void>;
  /** Starts again on the same ports and data. */
  start(): Promise<void>;
  /** Removes the data; the platform must have ended. */
  forget(): void;
};

export async function startPlatform(variables: Record<string, string> = {}): Promise<Platform> {
  const data = mkdtempSync(join(tmpdir(), "edgewright-data-"));
  const [port, appsPort] = await freePorts();
  const env = { ...process.env, PORT: String(port), APPS_PORT: String(appsPort), EDGEWRIGHT_DATA: data };
  let running: ChildProcess | null = null;
  const ended = async (how: (pids: number[]) => void) => {
    const child = running;
    running = null;
    // Ended by itself, as by a Ctrl-C that reached it too.
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return [];
    const pids = [child.pid, ...descendants(child.pid)];
    const gone = once(child, "exit");
    how(pids);
    await within(PATIENCE_MS, "The platform did not end", gone);
    return pids;
  };
  const platform: Platform = {
    url: `http://localhost:${port}`,
    appsPort,
    async start() {
      running = await launch({ ...env, ...variables });
    },
    async stop() {
      const pids = await ended(([first]) => void process.kill(first!, "SIGINT"));
      const left = pids.filter(isAlive);
      if (left.length > 0) throw new Error(`Processes stayed behind: ${left.join(", ")}`);
    },
    async kill() {
      const pids = await ended((all) => {
        for (const pid of all) process.kill(pid, "SIGKILL");
      });
      while (pids.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    data,
    forget: () => rmSync(data, { recursive: true, force: true }),
  };
  await platform.start();
  return platform;
}

/** Resolves once the platform has printed its address. */
async function launch(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (/^\s*http:\/\/localhost:\d+\s*$/m.test(said)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The platform ended with ${code}:\n${said}`)));
  });
  await within(PATIENCE_MS, "The platform did not start", ready).catch((error: unknown) => {
    child.kill("SIGINT");
    throw new Error(`${String(error)}\n${said}`);
  });
  return child;
}

function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Two different free ports, both held until both are known. */
async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return [ports[0]!, ports[1]!];
}

function descendants(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const processes = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    processes.flatMap(([child = 0, itsParent]) => (itsParent === parent ? [child, ...below(child)] : []));
  return below(pid);
}

/** Ended ones that nobody has collected yet (Z) do not count. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.trim().startsWith("Z");
}
