/**
 * `npm run --silent check:app -- DIR`: checks an app in a folder with the platform's own checker, and builds it,
 * and prints each finding as one line of JSON. Exit code 1 if there is any, 2 if there is no app.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { serverBuild, unreachedFindings } from "@edgewright/app-build";
import { checkDataFiles } from "@edgewright/app-check";
import { bootModules } from "@edgewright/app-check/boot";
import type { FileMap, Finding } from "@edgewright/contracts";
import { openChecker } from "../packages/app-check/tools/open-checker.ts";

const SKIPPED = new Set(["node_modules", "dist", "build", ".git", ".wrangler"]);
const TEXT = /\.(tsx?|jsx?|mjs|json|css|html|svg|md|txt)$/;

function readApp(folder: string): FileMap {
  const files: FileMap = {};
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) visit(path);
      else if (entry.isFile() && TEXT.test(entry.name)) files[relative(folder, path).split(sep).join("/")] = readFileSync(path, "utf8");
    }
  };
  visit(folder);
  return files;
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

const [argument] = process.argv.slice(2);
if (!argument) stop("Name the folder of an app: npm run --silent check:app -- DIR");
const folder = resolve(process.env.INIT_CWD ?? process.cwd(), argument);
if (!existsSync(folder)) stop(`There is no folder ${folder}.`);
if (!statSync(folder).isDirectory()) stop(`${folder} is not a folder.`);
const files = readApp(folder);
if (!existsSync(join(folder, "app.json")) && !Object.keys(files).some((path) => path.startsWith("src/"))) {
  stop(`${folder} does not hold an app: it has neither app.json nor src/.`);
}

const checker = await openChecker();
// What the build refuses, where the types have nothing to say about the same line.
const told = [...checkDataFiles(files), ...checker.check({ files })];
// A part of an app, without its page, is built file by file.
const hasPage = Object.hasOwn(files, "index.html") || Object.hasOwn(files, "src/main.tsx");
const page = hasPage ? (await bootModules(files)).findings : await unreachedFindings(files, new Set());
const built = [...page, ...(await serverBuild(files)).findings];
const isTold = ({ file, line }: Finding) => told.some((one) => one.file === file && one.line === line);
const findings = [...told, ...built.filter((one) => !isTold(one))];
for (const finding of findings) console.log(JSON.stringify(finding));
process.exitCode = findings.length > 0 ? 1 : 0;
