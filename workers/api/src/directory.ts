/** Which project a slug names, and the variables of its server code. Asked by dispatch, which has no database, through the Directory entrypoint. */
import type { OpenVariables, Outcome, ResolvedProject } from "@edgewright/contracts";
import { type Builds, openOfBuild, openVariables, type PublicationRecords, type VariableDeps } from "@edgewright/deployments";
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

/** A build has those it was made with; the preview has what is set now. */
export async function variablesOf(
  deps: VariableDeps & { builds: Pick<Builds, "get"> },
  projectId: string,
  buildOf: string | null,
): Promise<Outcome<OpenVariables>> {
  if (buildOf === null) return openVariables(deps, projectId, "preview");
  const build = await deps.builds.get(projectId, buildOf);
  return openOfBuild(build?.variables ?? null, deps.sealKey, projectId, buildOf);
}
