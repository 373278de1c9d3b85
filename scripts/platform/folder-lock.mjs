/** One holder at a time for a folder. What a holder that was killed left is found by its process being gone, so it never has to be removed by hand. */
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { beginningOf } from "./process-stat.mjs";

/** @typedef {{run: string, pid: number, began: string | null, says: string}} Holder */

/**
 * @param {string} file @param {string} says what others are told of the holder
 * @returns {{held: true, run: string, before: Holder | null} | {held: false, holder: Holder}} `before`: who held it and is gone
 */
export function takeLock(file, says) {
  mkdirSync(dirname(file), { recursive: true });
  const own = { run: randomUUID(), pid: process.pid, began: beginningOf(process.pid), says };
  const draft = `${file}.${own.run}`;
  writeFileSync(draft, JSON.stringify(own));
  let before = null;
  try {
    for (;;) {
      try {
        // As a link it is there whole or not at all.
        linkSync(draft, file);
        return { held: true, run: own.run, before };
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      const holder = readHolder(file);
      if (holder && beginningOf(holder.pid) === holder.began && holder.began !== null) return { held: false, holder };
      before = holder ?? before;
      setAside(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file @param {string} run */
export function dropLock(file, run) {
  if (readHolder(file)?.run === run) rmSync(file, { force: true });
}

/** @param {string} file @returns {Holder | null} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Takes away what a dead holder left; puts it back when another one has come in between. @param {string} file @param {Holder | null} dead */
function setAside(file, dead) {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readHolder(aside)?.run !== dead?.run) {
    try {
      linkSync(aside, file);
    } catch {
      // Yet another one holds it.
    }
  }
  rmSync(aside, { force: true });
}
