/** Remembers what a step was last made from, so that it is made again only when that changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

const SKIPPED = new Set(["node_modules", "dist", "build", ".react-router", ".wrangler"]);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return void (yield path);
  for (const name of readdirSync(path).sort()) if (!SKIPPED.has(name)) yield* filesUnder(join(path, name));
}

/** SHA-256 over names, from the root of the project, and contents of files and folders: a copy elsewhere is as made as its original. @param {string[]} paths */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) for (const file of filesUnder(path)) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} stamp @param {string} hash */
export const isMade = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** @param {string} stamp @param {string} hash */
export function markMade(stamp, hash) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
