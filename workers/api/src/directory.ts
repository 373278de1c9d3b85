/** What dispatch, which has no database, asks of the API: which project a slug names, and what somebody may do there. Used by the Directory entrypoint. */
import { roleOn } from "@edgewright/accounts";
import type { DirectoryRpc, Role } from "@edgewright/contracts";
import { createRepositories, type Database } from "@edgewright/db";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A deleted project has no previews. */
export async function resolveSlug(database: Database, slug: string): Promise<Awaited<ReturnType<DirectoryRpc["resolve"]>>> {
  if (!SLUG.test(slug)) return null;
  const project = await createRepositories(database).projects.find(slug);
  return project && project.deletedAt === null ? { projectId: project.id, name: project.name, hosts: project.confirmedHosts } : null;
}

/** A cookie of a preview is good for hours, and a membership may end in between: so it is asked for anew. */
export async function roleOf(database: Database, projectId: string, memberId: string): Promise<Role | null> {
  const { projects, memberships, tokens } = createRepositories(database);
  const project = await projects.find(projectId);
  if (!project || project.deletedAt !== null) return null;
  const { organizationId } = project;
  if (memberId.startsWith("tok_")) return (await tokens.find(organizationId, memberId))?.grant.role ?? null;
  return roleOn({ id: memberId, ...(await memberships.ofUser(memberId)), scopes: null }, { organizationId, projectId });
}
