/**
 * The deployment's secrets. Made once, kept in a file only the owner can read, and
 * sent to the workers that lack them; what a worker already has is never replaced,
 * since a new SEAL_KEY would make every sealed model key unreadable.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DeployError } from "./cloudflare.ts";
import { type DeployableWorker, type SecretName, WORKERS } from "./deployables.ts";

export type Secrets = Record<SecretName, string>;

/** Which secrets each worker still lacks. `present` maps a worker's name to the secrets it has; an absent worker has none. */
export function missingSecrets(present: Map<string, Set<string>>, workers: DeployableWorker[] = WORKERS): Map<string, SecretName[]> {
  const missing = new Map<string, SecretName[]>();
  for (const worker of workers) {
    const lacks = worker.secrets.filter((name) => !present.get(worker.name)?.has(name));
    if (lacks.length > 0) missing.set(worker.name, lacks);
  }
  return missing;
}

/** The secrets of the file, or new ones. Refuses to invent a value that some worker already has under another one. */
export function loadSecrets(file: string, present: Map<string, Set<string>>): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const known = new Set([...present.values()].flatMap((names) => [...names]));
  const lacking = new Set([...missingSecrets(present).values()].flat());
  const clash = [...lacking].filter((name) => known.has(name));
  if (clash.length > 0) {
    throw new DeployError(
      `${clash.join(", ")} is set on one worker but not on another, and ${file} is not here. Copy it from where the first deployment ran.`,
    );
  }
  const fresh = () => randomBytes(32).toString("base64url");
  const secrets: Secrets = { AUTH_SECRET: fresh(), PREVIEW_SECRET: fresh(), SEAL_KEY: fresh() };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
