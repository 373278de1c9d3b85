/** What the API knows of projects and of who may see them, asked of it and kept for a moment, since every request needs it. */
import type { Grant } from "@edgewright/contracts";
import type { Env } from "./env.ts";

/** What changes holds within a second. */
const KEPT_MS = 500;
const KEPT_MAX = 1000;

/** Answers of `ask`, each kept for a while under its question. */
function keeping<Q, A>(ask: (env: Env, question: Q) => Promise<A>) {
  const kept = new Map<string, { answer: A; until: number }>();
  return async (env: Env, question: Q): Promise<A> => {
    const name = JSON.stringify(question);
    const known = kept.get(name);
    if (known && known.until > Date.now()) return known.answer;
    const until = Date.now() + KEPT_MS;
    const answer = await ask(env, question);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(name, { answer, until });
    return answer;
  };
}

/** Slug → project. */
export const directory = keeping((env, slug: string) => env.DIRECTORY.resolve(slug));

/** Whom an app's fields may name. */
export const people = keeping((env, organizationId: string) => env.DIRECTORY.people(organizationId));

/** What a cookie or a share link of a preview is worth now. */
export const standing = keeping((env, grant: Grant) => env.DIRECTORY.standing(grant));
