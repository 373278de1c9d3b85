/** An app that runs by itself: what goes along with its files, and its `package.json` with what it then needs. */
import type { FileMap } from "@edgewright/contracts";
import { parseJson } from "@edgewright/core";
import { z } from "zod";
import { cloudflareFiles, type DownloadedApp, type DownloadedVariable } from "./cloudflare-files.ts";
import { STANDALONE } from "./standalone.generated.ts";

const Names = z.record(z.string(), z.string()).catch({});
const Package = z
  .looseObject({ scripts: Names, dependencies: Names, devDependencies: Names })
  .catch({ scripts: {}, dependencies: {}, devDependencies: {} });

const PACKAGES = { "@edgewright/app-kit": "file:vendor/app-kit", "@edgewright/app-server": "file:vendor/app-server" };
const SCRIPTS = {
  build: "edgewright-app build",
  start: "edgewright-app build && edgewright-app start",
  dev: "edgewright-app dev",
  types: "tsc",
};

/** Names with what each is for, to be copied to `.env`. */
function exampleFile(variables: readonly DownloadedVariable[]): FileMap {
  if (variables.length === 0) return {};
  const lines = variables.flatMap(({ name, description }) => [
    ...(description ? [`# ${description.replace(/\s+/g, " ")}`] : []),
    `${name}=`,
  ]);
  return { ".env.example": `${lines.join("\n")}\n` };
}

/** Files that the app has itself stay; of its `package.json` all stays but where the platform's packages come from. */
export function standaloneFiles({ packageJson, ...app }: DownloadedApp & { packageJson: string | undefined }): FileMap {
  const along = Object.entries({ ...STANDALONE.files, ...cloudflareFiles(app), ...exampleFile(app.variables) });
  const beside = along.filter(([path]) => path.startsWith("vendor/") || !app.has(path));
  const given = parseJson(packageJson ?? "{}", "package.json");
  const own = Package.parse(given.ok ? given.value : {});
  const whole = {
    ...{ name: "app", private: true, type: "module", ...own },
    scripts: { ...SCRIPTS, ...own.scripts },
    dependencies: { ...own.dependencies, ...PACKAGES },
    devDependencies: { ...own.devDependencies, ...STANDALONE.tools },
  };
  return { ...Object.fromEntries(beside), "package.json": `${JSON.stringify(whole, null, 2)}\n` };
}
