#!/usr/bin/env node
/**
 * Splits the corpora for good, by a hash of the ids. A third of `prompts-dev` is held out: nobody reads it while the reading is made.
 * Half of `prompts-own` was read while it was made, the other half was not.
 * `node split.mjs tuned|held|own-tuned|own-held` prints the part as JSON.
 */
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";

const byte = (id, at) => createHash("sha256").update(id).digest()[at];
export const isHeldOut = (id) => (id.startsWith("own-") ? byte(id, 1) % 2 === 1 : byte(id, 0) % 3 === 0);

if (import.meta.url === `file://${realpathSync(process.argv[1] ?? "")}`) {
  const [, own, part] = /^(own-)?(tuned|held)$/.exec(process.argv[2] ?? "") ?? [];
  if (!part) throw new Error("Say tuned, held, own-tuned or own-held.");
  const prompts = JSON.parse(readFileSync(new URL(own ? "prompts-own.json" : "prompts-dev.json", import.meta.url), "utf8"));
  console.log(JSON.stringify(prompts.filter(({ id }) => isHeldOut(id) === (part === "held"))));
}
