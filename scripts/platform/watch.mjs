/** Rebuilds what changed while someone works on Edgewright, then has the running processes load it. Used by `npm run dev`. */
import { watch } from "node:fs";
import { join } from "node:path";
import { makeArtefacts } from "../setup/artefacts.mjs";
import { buildRuntime } from "../setup/runtime.mjs";

const FOLDERS = ["packages", "workers", "web/app"];
const IGNORED = /(^|\/)(node_modules|dist|build|\.react-router|\.wrangler)\/|\.generated\.|\.test\.tsx?$/;
const SETTLE_MS = 150;

/** @param {string} root @param {NodeJS.ProcessEnv} env @param {() => void} reload */
export function watchSources(root, env, reload) {
  let timer = null;
  let building = false;
  const build = async () => {
    timer = null;
    if (building) return schedule();
    building = true;
    try {
      await makeArtefacts(root, env);
      await buildRuntime(root, env);
      reload();
    } catch (error) {
      console.error(error.message);
    }
    building = false;
  };
  const schedule = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(build, SETTLE_MS);
  };
  for (const folder of FOLDERS) {
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (name && !IGNORED.test(name)) schedule();
    });
  }
  console.error("Watching for changes.");
}
