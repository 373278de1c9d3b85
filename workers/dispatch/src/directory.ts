/** What the API knows of projects and members, asked of it and kept for some seconds, since every request needs it. */
import type { Role } from "@edgewright/contracts";
import type { Env } from "./env.ts";

const KEPT_MS = 5000;
const KEPT_MAX = 1000;

/** Answers of `ask`, each kept under its key for a while. */
function keeping<T>(ask: (env: Env, ...key: string[]) => Promise<T>) {
  const kept = new Map<string, { value: T; until: number }>();
  return async (env: Env, ...key: string[]): Promise<T> => {
    const name = key.join(" ");
    const known = kept.get(name);
    if (known && known.until > Date.now()) return known.value;
    const value = await ask(env, ...key);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(name, { value, until: Date.now() + KEPT_MS });
    return value;
  };
}

/** Slug → project. */
export const directory = keeping((env, slug: string) => env.DIRECTORY.resolve(slug));

/** What this member may do on the project now; null: they are none any more. */
export const roleNow = keeping<Role | null>((env, projectId: string, memberId: string) => env.DIRECTORY.roleOf(projectId, memberId));
