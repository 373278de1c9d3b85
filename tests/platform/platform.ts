/** A running platform for tests and the benchmark: started as a person starts it, on free ports and data of its own, and ended without a trace. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beginningOf } from "../../scripts/platform/process-stat.mjs";
import { marked, RUN_VARIABLE, UNIT_VARIABLE } from "../../scripts/platform/processes.mjs";
import { PATIENCE_MS } from "./patience.ts";

const ROOT = join(import.meta.dirname, "../..");

export type Platform = {
  url: string;
  appsPort: number;
  /** The folder of its data and logs. */
  data: string;
  /** Of `npm start` itself. */
  supervisor(): number[];
  /** Of what `npm start` has started, or of one unit of it. */
  processes(unit?: string): number[];
  /** As Ctrl-C does. Fails if a process stays. */
  stop(): Promise<void>;
  /** As when the test's own process is killed, and says nothing any more. */
  leave(): Promise<void>;
  /** Ends every process at once, with no chance to tidy up, as a power cut does. */
  kill(): Promise<void>;
  /** Starts again on the same ports and data. */
  start(): Promise<void>;
  /** What is not usual in its logs, and how its parts ended and began anew: for the report of a test that failed. */
  trouble(): string;
  /** Removes the data; the platform must have ended. */
  forget(): void;
};

export async function startPlatform(variables: Record<string, string> = {}): Promise<Platform> {
  const data = mkdtempSync(join(tmpdir(), "edgewright-data-"));
  const [port, appsPort] = await freePorts();
  const env = { ...process.env, PORT: String(port), APPS_PORT: String(appsPort), EDGEWRIGHT_DATA: data };
  let running: ChildProcess | null = null;
  let said = "";
  const processes = (unit?: string) => {
    const { run } = JSON.parse(readFileSync(join(data, "running.json"), "utf8")) as { run: string };
    return marked({ [RUN_VARIABLE]: run, ...(unit === undefined ? {} : { [UNIT_VARIABLE]: unit }) });
  };
  /** Ends the running start, and resolves once neither it nor what it had started is there. */
  const ended = async (how: (first: ChildProcess, others: number[]) => void) => {
    const child = running;
    running = null;
    // Ended by itself, as by a Ctrl-C that reached it too.
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const others = processes().map((pid) => ({ pid, began: beginningOf(pid) }));
    const gone = once(child, "exit");
    how(
      child,
      others.map(({ pid }) => pid),
    );
    await within(PATIENCE_MS, "The platform did not end", gone);
    const left = () => others.filter(({ pid, began }) => began !== null && beginningOf(pid) === began).map(({ pid }) => pid);
    for (const until = Date.now() + PATIENCE_MS; left().length > 0; await pause()) {
      if (Date.now() > until) throw new Error(`Processes stayed behind: ${left().join(", ")}`);
    }
  };
  const platform: Platform = {
    url: `http://localhost:${port}`,
    appsPort,
    processes,
    supervisor: () => (running?.pid === undefined ? [] : [running.pid]),
    async start() {
      running = await launch({ ...env, ...variables }, (more) => {
        said += more;
      });
    },
    stop: () => ended((first) => void first.kill("SIGINT")),
    leave: () => ended((first) => first.disconnect()),
    kill: () =>
      ended((first, others) => {
        first.kill("SIGKILL");
        killAll(others);
      }),
    data,
    trouble: () =>
      readdirSync(data)
        .filter((name) => name.endsWith(".log"))
        .flatMap((name) => readFileSync(join(data, name), "utf8").split("\n").filter(isUnusual).slice(-TROUBLE_LINES))
        .concat(said)
        .join("\n"),
    forget: () => rmSync(data, { recursive: true, force: true }),
  };
  await platform.start();
  return platform;
}

const TROUBLE_LINES = 40;
const isUnusual = (line: string) => line !== "" && !line.includes('"level":"info"') && !line.includes("NOSENTRY");

/** Resolves once the platform has printed its address. */
async function launch(env: NodeJS.ProcessEnv, hear: (more: string) => void): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr])
      output?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        hear(chunk.toString());
        if (/^\s*http:\/\/localhost:\d+\s*$/m.test(said)) resolve();
      });
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

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Kills hard what is still there. */
export function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

/** Below those that systems give out by themselves: while a platform is down nobody else comes by its ports. */
const PORTS = { from: 10_000, count: 20_000 };

/** Two free ports, one beside the other. */
async function freePorts(): Promise<[number, number]> {
  for (;;) {
    const port = PORTS.from + 2 * Math.floor((Math.random() * PORTS.count) / 2);
    if ((await isFree(port)) && (await isFree(port + 1))) return [port, port + 1];
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
