/** `npm run check`: types, lint and formatting, import direction and cycles, side by side. Prints only what fails. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { root, setUp } from "./setup/index.mjs";

const env = await setUp({ for: "check" });

/** @param {string} name @param {string} command one of `node_modules/.bin`, or the path of a program @param {string[]} args */
const run = (name, command, args, cwd = root) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(resolvePath(root, "node_modules/.bin", command), args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? "✓" : "✗"} ${name} ${seconds} s`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });

const cache = (name) => join(root, "node_modules/.cache", `${name}.tsbuildinfo`);
/** The native compiler: a third of the time of TypeScript 6, which stays for the checker of apps. */
const TSC = join(root, "node_modules/typescript-7/bin/tsc");
const types = async () =>
  (await run("types", TSC, ["-p", "tsconfig.json", "--incremental", "--tsBuildInfoFile", cache("platform")])) &&
  (!existsSync(join(root, "web/app")) || (await typesOfWeb()));
const typesOfWeb = async () =>
  (await run("route types", "react-router", ["typegen"], join(root, "web"))) &&
  (await run("types of the web", TSC, ["-p", "web/tsconfig.json", "--incremental", "--tsBuildInfoFile", cache("web")]));
const rest = async () => {
  const lint = await run("lint", "biome", ["ci", "--colors=off", "."]);
  const folders = ["packages", "workers", "scripts", "bench", "eval", "tests", "web/app"].filter((folder) =>
    existsSync(join(root, folder)),
  );
  const declared = await run("declared dependencies", "node", ["scripts/manifests.ts"]);
  return (await run("import direction and cycles", "depcruise", [...folders, "--config", ".dependency-cruiser.cjs"])) && lint && declared;
};

const results = await Promise.all([types(), rest()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
