/**
 * `npm run test:near`: the tests of the packages, workers and folders that a change touches, without those that take longest.
 * The change is what is not committed; `npm run test:near -- main` takes what has come since `main` as well.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { browserPath } from "./setup/browser.mjs";
import { root, setUp } from "./setup/index.mjs";

const env = await setUp({ for: "check" });
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);

const base = process.argv[2] ?? "HEAD";
const changed = [...git("diff", "--name-only", base), ...git("ls-files", "--others", "--exclude-standard")];
/** `packages/chat/src/ports.ts` → `packages/chat`; `web/app/home/Home.tsx` → `web/app/home`. */
const folderOf = (path) =>
  path
    .split("/")
    .slice(0, path.startsWith("web/app/") ? 3 : 2)
    .join("/");
const folders = [...new Set(changed.filter((path) => path.includes("/")).map(folderOf))].filter((folder) => existsSync(join(root, folder)));
if (folders.length === 0) {
  console.log("Nothing that has tests was changed.");
  process.exit(0);
}
console.log(`Tests of ${folders.join(", ")}`);

/** A file that lies between the folders stands for itself. */
const filterOf = (folder) => (statSync(join(root, folder)).isDirectory() ? `${folder}/` : folder);

const vitest = (...args) =>
  spawnSync("node", [join(root, "node_modules/vitest/vitest.mjs"), "run", "--passWithNoTests", ...args], {
    cwd: root,
    env: { ...env, NEAR: "1" },
    stdio: "inherit",
  }).status === 0;

const inWorkerd = folders.filter((folder) => existsSync(join(root, folder, "vitest.config.ts")));
/** Named from `web`, where their config is. */
const ofComponents = folders.filter((folder) => folder.startsWith("web/app/")).map((folder) => filterOf(folder).slice("web/".length));
const results = [
  vitest(...folders.map(filterOf)),
  ...inWorkerd.map((folder) => vitest("--config", `${folder}/vitest.config.ts`)),
  ...(ofComponents.length > 0 && browserPath() ? [vitest("--config", "web/vitest.config.ts", ...ofComponents)] : []),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
