/** Installs the exact dependencies of the lock, Node 24 among them. */
// As a whole, since an old Node lacks some of it and must get as far as being told so.
import fs from "node:fs";
import { delimiter, join } from "node:path";
import { DISK_FULL, SetupError, step } from "./progress.mjs";
import { run } from "./run.mjs";
import { hashOf, isMade, markMade } from "./stamp.mjs";

/** Below it npm leaves out the native parts that the front end is built with. */
const OLDEST_NODE = [20, 19];
/** Dependencies and what is built of them, with some room. */
const NEEDED_BYTES = 1.5 * 1024 ** 3;

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new SetupError(
    `Node ${OLDEST_NODE.join(".")} or later is needed; this is ${process.version}. Install a newer one from nodejs.org.`,
  );
}

/** The environment in which the project's own Node and tools come first. @param {string} root */
export const toolEnv = (root) => ({
  ...process.env,
  PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
  WRANGLER_SEND_METRICS: "false",
  CI: "1",
  NO_UPDATE_NOTIFIER: "1",
});

/** @param {string} root */
export async function installDependencies(root) {
  const stamp = join(root, "node_modules/.edgewright");
  const hash = hashOf([join(root, "package-lock.json")]);
  if (isMade(stamp, hash) && fs.existsSync(join(root, "node_modules/.bin/node"))) return;
  const { bavail, bsize } = fs.statfsSync(root);
  if (bavail * bsize < NEEDED_BYTES) throw new SetupError(`${DISK_FULL} The first start needs 1.5 GB.`);
  await step("Dependencies and Node 24", async (detail) => {
    fs.rmSync(join(root, "node_modules/.edgewright"), { force: true });
    await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, onLine: detail });
    markMade(stamp, hash);
  });
}
