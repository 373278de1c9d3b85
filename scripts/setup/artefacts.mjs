/** What is made from the sources before anything runs: the starter template, vendored app dependencies, packed types. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";
import { hashOf, isMade, markMade } from "./stamp.mjs";

const KIT = "packages/app-kit";
const LOCK = "package-lock.json";

/** In the order in which they need each other. */
const ARTEFACTS = [
  { name: "Starter template", script: "scripts/build-template.ts", from: [`${KIT}/template`], makes: `${KIT}/src/template.generated.ts` },
  {
    name: "Vendored dependencies of apps",
    script: "scripts/build-vendor.ts",
    from: [
      `${KIT}/src`,
      "packages/app-build/src/runtime",
      "packages/app-build/src/catalogue.ts",
      "packages/app-build/src/server-file.ts",
      LOCK,
    ],
    makes: "packages/app-build/src/vendor.generated.ts",
  },
  {
    name: "Type checker and packed types",
    script: "scripts/build-types.ts",
    from: ["packages/app-check", "packages/app-repair/src", `${KIT}/src`, "packages/app-build/src", "workers/compiler/src/isolates", LOCK],
    makes: "dist/checker",
  },
  {
    name: "What goes along with a downloaded app",
    script: "scripts/build-standalone.ts",
    from: [
      ...[`${KIT}/src`, "packages/app-server/src", "packages/exports/standalone", "packages/data-store/src", "packages/expressions/src"],
      ...["packages/contracts/src", "packages/core/src", LOCK],
    ],
    makes: "packages/exports/src/standalone.generated.ts",
  },
  {
    name: "Boot check",
    script: "scripts/build-boot.ts",
    from: [`${KIT}/src`, "packages/app-check/src/boot", "workers/compiler/src/isolates", LOCK],
    makes: "dist/boot",
  },
];

/** @param {string} root @param {NodeJS.ProcessEnv} env */
export async function makeArtefacts(root, env) {
  for (const { name, script, from, makes } of ARTEFACTS) {
    const stamp = join(root, "dist/stamps", script.replaceAll("/", "-"));
    const hash = hashOf([script, ...from].map((path) => join(root, path)));
    if (!existsSync(join(root, script)) || (isMade(stamp, hash) && existsSync(join(root, makes)))) continue;
    await step(name, async (detail) => {
      await run("node", [script], { cwd: root, env, onLine: detail });
      markMade(stamp, hash);
    });
  }
}
