/** `npm start` and `npm run dev`: sets up, starts the platform's three processes and prints one URL. Runs on the machine's own Node. */
import { fork } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { settingsOf } from "./platform/settings.mjs";
import { watchSources } from "./platform/watch.mjs";
import { root, setUp } from "./setup/index.mjs";

const flags = new Set(process.argv.slice(2));
const settings = settingsOf(root, process.env);

const stop = (line) => {
  console.error(line);
  process.exit(1);
};

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE"));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

async function checkPorts() {
  for (const [name, port] of [
    ["PORT", settings.port],
    ["APPS_PORT", settings.appsPort],
  ]) {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) stop(`${name} must be a port number.`);
    if (!(await isFree(port))) stop(`Port ${port} is taken. End what uses it, or choose another: ${name}=9000 npm start`);
  }
}

async function reset() {
  // A Node that is too old has none; it must get as far as being told so.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await Promise.race([
    terminal.question(`Delete all local projects, accounts and data in ${settings.data}? (y/N) `),
    new Promise((resolve) => terminal.once("close", () => resolve(""))),
  ]);
  terminal.close();
  if (!/^y(es)?$/i.test(String(answer).trim())) stop("Nothing was deleted.");
  rmSync(settings.data, { recursive: true, force: true });
  console.error("  ✓ Local data deleted");
}

/** Starts a process and resolves once it is ready to be used. */
function startProcess(script, env) {
  const child = fork(join(root, "scripts/platform", script), {
    env,
    execPath: join(root, "node_modules/.bin/node"),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // A Ctrl-C reaches this process only, which then ends the others in order.
    detached: process.platform !== "win32",
  });
  const ready = new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, ready };
}

const children = [];
let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  const ended = children.map((child) => child.exitCode !== null || new Promise((resolve) => child.once("exit", resolve)));
  for (const child of children) if (child.connected) child.disconnect();
  await Promise.all(ended);
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));

const started = performance.now();
if (flags.has("--reset")) await reset();
await checkPorts();
console.error("Edgewright");
const env = await setUp({ for: "run" });
try {
  for (const script of ["core.mjs", "compiler.mjs", "dispatch.mjs"]) {
    const { child, ready } = startProcess(script, env);
    children.push(child);
    await ready;
    child.once("exit", () => {
      if (!ending) console.error(`${script} ended by itself; see the lines above.`);
      void end(1);
    });
  }
} catch (error) {
  console.error(String(error.message ?? error));
  await end(1);
}
console.error(`  ✓ Ready in ${((performance.now() - started) / 1000).toFixed(1)} s. Ctrl-C stops it.`);
console.log(`\n  ${settings.appUrl}\n`);
if (flags.has("--dev"))
  watchSources(root, env, () => children.filter((child) => child.connected).map((child) => child.send({ type: "reload" })));
