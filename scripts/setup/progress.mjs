/** Says on the terminal what set-up is doing, one line per step, with the time it took. */

export class SetupError extends Error {}

export const DISK_FULL = "The disk is full. Free some space and start again.";

/**
 * Runs one step. `work` gets a function that replaces the line's detail; it may return a word on how it ended.
 * @param {string} name @param {(detail: (text: string) => void) => Promise<string | void>} work
 */
export async function step(name, work) {
  const started = performance.now();
  const live = process.stderr.isTTY;
  const show = (text) => live && process.stderr.write(`\r\x1b[2K  … ${name}${text ? `: ${text}` : ""}`);
  show("");
  const end = await work((text) => show(text.slice(0, 70)));
  const seconds = (performance.now() - started) / 1000;
  if (live) process.stderr.write("\r\x1b[2K");
  if (end !== "unchanged") console.error(`  ✓ ${name} ${seconds.toFixed(1)} s`);
}
