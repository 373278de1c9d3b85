/** `npm start` and `npm run dev`: sets up, starts the platform's three processes, keeps them running and prints one URL. Runs on the machine's own Node. */
import { readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { dropLock, takeLock } from "./platform/folder-lock.mjs";
import { endMarked, RUN_VARIABLE } from "./platform/processes.mjs";
import { clearRegistry, settingsOf } from "./platform/settings.mjs";
import { supervise } from "./platform/supervisor.mjs";
import { watchSources } from "./platform/watch.mjs";
import { root, setUp } from "./setup/index.mjs";
import { DISK_FULL } from "./setup/progress.mjs";

const USAGE = `npm start [-- --reset]    npm run dev

  --reset   deletes local projects, accounts and data, after asking
  --dev     builds anew what is changed, as npm run dev does

Variables: PORT (8787), APPS_PORT (PORT + 1), EDGEWRIGHT_DATA (.data). README.md has those of providers and mail.`;
const flags = flagsOf(process.argv.slice(2));
const settings = settingsOf(root, process.env);

const LOCK = join(settings.data, "running.json");
let run = "";

/** What is misspelt must not start a platform that the person did not ask for. @param {string[]} given */
function flagsOf(given) {
  const options = { dev: { type: "boolean" }, reset: { type: "boolean" }, help: { type: "boolean", short: "h" } };
  try {
    const { values } = parseArgs({ args: given, options });
    if (!values.help) return values;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(1);
  }
}

const stop = (line) => {
  console.error(line);
  dropLock(LOCK, run);
  process.exit(1);
};
for (const event of ["uncaughtException", "unhandledRejection"])
  process.on(event, (error) => stop(error?.code === "ENOSPC" ? DISK_FULL : (error?.stack ?? String(error))));

/** What was cut off lets go of its ports last, after its memory. */
const PORT_PATIENCE_MS = 5000;

async function isFreeSoon(port, ms) {
  const until = performance.now() + ms;
  while (!(await isFree(port))) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE"));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/** @param {boolean} cutOff whether an earlier start of this folder was */
async function checkPorts(cutOff) {
  for (const [name, port] of [
    ["PORT", settings.port],
    ["APPS_PORT", settings.appsPort],
  ]) {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) stop(`${name} must be a port number.`);
    if (!(await isFreeSoon(port, cutOff ? PORT_PATIENCE_MS : 0)))
      stop(`Port ${port} is taken. End what uses it, or choose another: ${name}=9000 npm start`);
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
  for (const name of readdirSync(settings.data)) {
    if (name !== basename(LOCK)) rmSync(join(settings.data, name), { recursive: true, force: true });
  }
  console.error("  ✓ Local data deleted");
}

/** Takes the data's folder for this start, and ends what an earlier one that was cut off left running in it. Says whether one was. */
function takeFolder() {
  const lock = takeLock(LOCK, settings.appUrl);
  if (!lock.held) {
    const { says, pid } = lock.holder;
    stop(`Edgewright already runs here, at ${says} (process ${pid}). End it first, or use another folder: EDGEWRIGHT_DATA=… npm start`);
  }
  run = lock.run;
  const left = lock.before ? endMarked({ [RUN_VARIABLE]: lock.before.run }) : 0;
  if (left > 0) console.error(`  ✓ Ended ${left} processes that an earlier start left behind`);
  return lock.before !== null;
}

const units = [];
let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  await Promise.all(units.map((unit) => unit.end()));
  dropLock(LOCK, run);
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));
// Who starts it with a channel, as tests do, has it end with itself, however that was ended.
process.on("disconnect", () => void end(0));

const started = performance.now();
const cutOff = takeFolder();
if (flags.reset) await reset();
await checkPorts(cutOff);
console.error("Edgewright");
const env = await setUp({ for: "run" });
clearRegistry(settings);
const startUnit = (unit) => {
  const supervised = supervise({ root, unit, run, env });
  units.push(supervised);
  return supervised.ready;
};
try {
  await Promise.all(["compiler", "dispatch"].map(startUnit));
  // The last: who reaches it finds all of it.
  await startUnit("core");
} catch (error) {
  console.error(String(error.message ?? error));
  await end(1);
}
console.error(`  ✓ Ready in ${((performance.now() - started) / 1000).toFixed(1)} s. Ctrl-C stops it.`);
console.log(`\n  ${settings.appUrl}\n`);
const reload = () => {
  for (const unit of units) unit.send({ type: "reload" });
};
if (flags.dev) watchSources(root, env, reload);
