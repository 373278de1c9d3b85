/** `npm run check`: types, lint and formatting, import direction and cycles, side by side. Prints only what fails. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./setup/index.mjs";

const env = await setUp({ for: "check" });

/** @param {string} name @param {string} command @param {string[]} args */
const run = (name, command, args, cwd = root) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(join(root, "node_modules/.bin", command), args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
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
const types = async () =>
  (await run("types", "tsc", ["-p", "tsconfig.json", "--incremental", "--tsBuildInfoFile", cache("platform")])) &&
  (!existsSync(join(root, "web/app")) || (await typesOfWeb()));
const typesOfWeb = async () =>
  (await run("route types", "react-router", ["typegen"], join(root, "web"))) &&
  (await run("types of the web", "tsc", ["-p", "web/tsconfig.json", "--incremental", "--tsBuildInfoFile", cache("web")]));
const rest = async () => {
  const lint = await run("lint", "biome", ["ci", "--colors=off", "."]);
  const folders = ["packages", "workers", "scripts", "bench", "eval", "web/app", "web/functions"].filter((folder) =>
    existsSync(join(root, folder)),
  );
  return (await run("import direction and cycles", "depcruise", [...folders, "--config", ".dependency-cruiser.cjs"])) && lint;
};

const results = await Promise.all([types(), rest()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
