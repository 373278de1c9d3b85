/** Installs the exact dependencies of the lock, Node 24 among them. */
import { existsSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { SetupError, step } from "./progress.mjs";
import { run } from "./run.mjs";
import { hashOf, isMade, markMade } from "./stamp.mjs";

const OLDEST_NODE = 20;

export function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < OLDEST_NODE)
    throw new SetupError(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}. Install a newer one from nodejs.org.`);
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
  if (isMade(stamp, hash) && existsSync(join(root, "node_modules/.bin/node"))) return;
  await step("Dependencies and Node 24", async (detail) => {
    rmSync(join(root, "node_modules/.edgewright"), { force: true });
    await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, onLine: detail });
    markMade(stamp, hash);
  });
}
