/** Remembers what a step was last made from, so that it is made again only when that changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const SKIPPED = new Set(["node_modules", "dist", "build", ".react-router", ".wrangler"]);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return void (yield path);
  for (const name of readdirSync(path).sort()) if (!SKIPPED.has(name)) yield* filesUnder(join(path, name));
}

/** SHA-256 over names and contents of files and folders. @param {string[]} paths */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) for (const file of filesUnder(path)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} stamp @param {string} hash */
export const isMade = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

/** @param {string} stamp @param {string} hash */
export function markMade(stamp, hash) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
