/** Slug → project, asked of the API and kept for some seconds, since every request needs it. */
import type { Env } from "./env.ts";

type Project = { projectId: string; name: string };
const KEPT_MS = 5000;
const KEPT_MAX = 1000;
const kept = new Map<string, { project: Project | null; until: number }>();

export async function directory(env: Env, slug: string): Promise<Project | null> {
  const known = kept.get(slug);
  if (known && known.until > Date.now()) return known.project;
  const project = await env.DIRECTORY.resolve(slug);
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(slug, { project, until: Date.now() + KEPT_MS });
  return project;
}
