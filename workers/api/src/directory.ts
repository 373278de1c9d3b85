/** Which project a slug names. Asked by dispatch, which has no database, through the Directory entrypoint. */
import type { DirectoryRpc } from "@edgewright/contracts";
import type { ProjectRecords } from "@edgewright/projects";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A deleted project has no previews. */
export async function resolveSlug(
  { projects }: { projects: Pick<ProjectRecords, "find"> },
  slug: string,
): Promise<Awaited<ReturnType<DirectoryRpc["resolve"]>>> {
  if (!SLUG.test(slug)) return null;
  const project = await projects.find(slug);
  return project && project.deletedAt === null
    ? { projectId: project.id, organizationId: project.organizationId, name: project.name, hosts: project.confirmedHosts }
    : null;
}
