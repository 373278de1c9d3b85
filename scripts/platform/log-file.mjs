/** A log that stays bounded: a full file becomes `.1`, the one before it `.2`, and so on; what is older goes. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** What is wrong then is more than the log: nothing can be saved. */
const ROOM = "The disk is full, so nothing can be saved. Free some space: the platform then goes on by itself.";
const BYTES_MAX = 5 * 1024 ** 2;
const KEPT = 3;

/** @param {string} file @param {{bytes?: number, kept?: number}} [limits] @returns {(text: string) => void} what writes whole lines, each with its end */
export function logFile(file, { bytes = BYTES_MAX, kept = KEPT } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  let size = sizeOf(file);
  let failing = false;
  return (text) => {
    try {
      if (size > 0 && size + Buffer.byteLength(text) > bytes) {
        rotate(file, kept);
        size = 0;
      }
      appendFileSync(file, text);
      size += Buffer.byteLength(text);
      failing = false;
    } catch (error) {
      // A full disk must not end what would otherwise go on.
      if (!failing) console.error(`The log ${file} cannot be written: ${error.message}${error.code === "ENOSPC" ? `\n${ROOM}` : ""}`);
      failing = true;
    }
  };
}

const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function rotate(file, kept) {
  rmSync(`${file}.${kept}`, { force: true });
  for (let number = kept - 1; number >= 1; number--) {
    if (sizeOf(`${file}.${number}`) > 0) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  }
  if (kept > 0) renameSync(file, `${file}.1`);
  else rmSync(file, { force: true });
}
