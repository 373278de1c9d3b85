/** Writes the starter template's files into a module, since a Worker has no file system to read them from. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../packages/app-kit");
const folder = join(root, "template");

/** The template's own `tsconfig.json`, which points into this repository, and its tests are no part of an app. */
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "tsconfig.json" && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  .sort();

const texts = Object.fromEntries(files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]));
writeFileSync(
  join(root, "src/template.generated.ts"),
  `export const TEMPLATE: Record<string, string> = ${JSON.stringify(texts, null, 2)};\n`,
);
