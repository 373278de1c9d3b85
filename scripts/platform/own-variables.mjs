/** The person's own variables, such as a model's address and key or a mail server's: from `.dev.vars`, and before it from the environment. Used by core.mjs. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

const OWN = /^((COMPATIBLE|OPENROUTER|OPENAI|MAIL|GOOGLE|GITHUB)_[A-Z_]+|AUTH_ATTEMPTS_PER_MINUTE|CONFIRM_ADDRESS_FIRST|LOCAL_ADDRESSES)$/;

/** @param {string} root @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
export function ownVariables(root, env) {
  const file = join(root, ".dev.vars");
  const kept = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  return { ...kept, ...Object.fromEntries(Object.entries(env).filter(([name]) => OWN.test(name))) };
}
