/**
 * Whether every workspace declares what it imports, and nothing else, in the version that the root pins. Part of
 * `npm run check`; with `--write` it puts the package.json files right.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { root } from "./setup/index.mjs";

type Manifest = { name: string; dependencies?: Record<string, string>; devDependencies?: Record<string, string> };
type Versions = Record<string, string>;

const filesOf = (...paths: string[]): string[] =>
  execFileSync("git", ["ls-files", "--", ...paths], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter(Boolean);

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
const manifestOf = (folder: string): Manifest => JSON.parse(textOf(join(folder, "package.json"))) as Manifest;

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Of the platform itself, and what a bundler makes. */
const GIVEN = /^(\.|#|node:|cloudflare:|virtual:)/;
const SOURCE = /\.(ts|tsx|mjs|css)$/;
/** What apps are made of is theirs to declare. */
const OF_APPS = /\/template\/|\.generated\.ts$/;
const TEST = /\.test\.tsx?$|\/(testing|tools)\//;

const foldersOfWorkspaces = (): string[] =>
  filesOf(":(glob)packages/*/package.json", "tests/support/package.json", "web/package.json").map((path) =>
    path.slice(0, -"/package.json".length),
  );

/** What a manifest is to declare: what the code imports, and what its tests import beside that. */
function declarationsOf(folder: string): Pick<Manifest, "dependencies" | "devDependencies"> {
  const { name } = manifestOf(folder);
  const files = filesOf(folder).filter((path) => SOURCE.test(path) && !OF_APPS.test(path));
  const importsOf = (paths: string[]) => [...new Set(paths.flatMap(packagesIn))].filter((used) => used !== name && isKnown(used)).sort();
  const inCode = importsOf(files.filter((path) => folder === "tests/support" || !TEST.test(path)));
  const inTests = importsOf(files).filter((used) => !inCode.includes(used));
  const versions = (names: string[]) => Object.fromEntries(names.map((used) => [used, versionOf(used)]));
  return {
    ...(inCode.length > 0 ? { dependencies: versions(inCode) } : {}),
    ...(inTests.length > 0 ? { devDependencies: versions(inTests) } : {}),
  };
}

const STYLE_IMPORT = /^@import "([^"]+)"/gm;
const specifiersIn = (path: string): string[] =>
  path.endsWith(".css")
    ? [...textOf(path).matchAll(STYLE_IMPORT)].map(([, specifier = ""]) => specifier)
    : ts.preProcessFile(textOf(path), true, true).importedFiles.map(({ fileName }) => fileName);

const packagesIn = (path: string): string[] =>
  specifiersIn(path)
    .filter((specifier) => !GIVEN.test(specifier))
    .map(packageOf);

const { dependencies = {}, devDependencies = {} } = manifestOf(".");
/** The versions that the root pins, which is where they are changed. */
const PINNED: Versions = { ...devDependencies, ...dependencies };
const OWN = "@edgewright/";

/** Types are checked, so an import that leads nowhere is text that looks like one. */
const isKnown = (name: string) => name.startsWith(OWN) || name in PINNED;

/** Workspaces are linked, whatever their version. */
const versionOf = (name: string): string => (name.startsWith(OWN) ? "*" : (PINNED[name] ?? ""));

for (const folder of foldersOfWorkspaces()) {
  const { dependencies: had = {}, devDependencies: hadForTests = {}, ...rest } = manifestOf(folder);
  const declared = declarationsOf(folder);
  const { dependencies: code = {}, devDependencies: tests = {} } = declared;
  if (isDeepStrictEqual([had, hadForTests], [code, tests])) continue;
  if (process.argv.includes("--write"))
    writeFileSync(join(root, folder, "package.json"), `${JSON.stringify({ ...rest, ...declared }, null, 2)}\n`);
  else {
    console.log(`${folder}/package.json does not declare what ${folder} imports: npm run check:manifests -- --write, then npm install.`);
    process.exitCode = 1;
  }
}
