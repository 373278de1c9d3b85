/** Which project a slug names. Asked by dispatch, which has no database, through the Directory entrypoint. */
import type { ResolvedProject } from "@edgewright/contracts";
import type { PublicationRecords } from "@edgewright/deployments";
import type { ProjectRecords } from "@edgewright/projects";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

type Deps = { projects: Pick<ProjectRecords, "find">; publications: Pick<PublicationRecords, "get"> };

/** A deleted project has no hosts. */
export async function resolveSlug({ projects, publications }: Deps, slug: string): Promise<ResolvedProject | null> {
  if (!SLUG.test(slug)) return null;
  const project = await projects.find(slug);
  if (!project || project.deletedAt !== null) return null;
  const { id: projectId, organizationId, name, confirmedHosts: hosts } = project;
  const { live, visibility, linkNumber } = await publications.get(projectId);
  return { projectId, organizationId, name, hosts, published: live && { ...live, visibility, linkNumber } };
}
