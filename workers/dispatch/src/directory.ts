/** What the API knows of projects and of who may see them, asked of it and kept for a moment, since every request needs it. */
import type { Grant, OpenVariables, Outcome } from "@edgewright/contracts";
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

export const openPull = keeping((env, { projectId, number }: { projectId: string; number: number }) =>
  env.DIRECTORY.pull(projectId, number),
);

/** Whom an app's fields may name. */
export const people = keeping((env, organizationId: string) => env.DIRECTORY.people(organizationId));

/** What a cookie or a share link of a preview is worth now. */
export const standing = keeping((env, grant: Grant) => env.DIRECTORY.standing(grant));

/** What a preview's server code reads, as it is set now. */
export const previewVariables = keeping((env, projectId: string) => env.DIRECTORY.variables(projectId, null));

/** What is published never changes under its name, so it is kept for as long as there is room. */
const keptForGood = <A>(ask: (env: Env, projectId: string, name: string) => Promise<A | null>, sizeOf: (answer: A) => number) => {
  const kept = new Map<string, A>();
  let size = 0;
  return async (env: Env, projectId: string, name: string): Promise<A | null> => {
    const key = `${projectId} ${name}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = await ask(env, projectId, name);
    if (answer === null || sizeOf(answer) > ROOM / 8) return answer;
    for (const [oldest, one] of kept) {
      if (size + sizeOf(answer) <= ROOM) break;
      kept.delete(oldest);
      size -= sizeOf(one);
    }
    if (!kept.has(key)) size += sizeOf(answer);
    kept.set(key, answer);
    return answer;
  };
};

/** Characters or bytes of either kind. */
const ROOM = 16_000_000;

/** What a deployment consists of. */
export const publishedBuild = keptForGood(
  (env, projectId, deploymentId) => env.DIRECTORY.publishedBuild(projectId, deploymentId),
  ({ page, server }) => page.html.text.length + (server?.code.length ?? 0) + 1000,
);

export const publishedAsset = keptForGood(
  (env, projectId, name) => env.DIRECTORY.publishedAsset(projectId, name),
  ({ body }) => body.length,
);

const openedVariables = keptForGood(
  async (env, projectId, deploymentId) => {
    const opened = await env.DIRECTORY.variables(projectId, deploymentId);
    return opened.ok ? opened.value : null;
  },
  (variables) => JSON.stringify(variables).length,
);

/** Those that a build runs with. What could not be opened is asked for again, and says why. */
export async function publishedVariables(env: Env, projectId: string, deploymentId: string): Promise<Outcome<OpenVariables>> {
  const known = await openedVariables(env, projectId, deploymentId);
  return known ? { ok: true, value: known } : env.DIRECTORY.variables(projectId, deploymentId);
}
