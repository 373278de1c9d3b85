/** Which project a preview's slug names. A deleted project has no previews. Used by the Directory entrypoint. */
import { openDatabase } from "@edgewright/adapters";
import { createRepositories } from "@edgewright/db";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export async function resolveSlug(binding: D1Database, slug: string): Promise<{ projectId: string; name: string } | null> {
  if (!SLUG.test(slug)) return null;
  const project = await createRepositories(openDatabase(binding)).projects.find(slug);
  return project && project.deletedAt === null ? { projectId: project.id, name: project.name } : null;
}
