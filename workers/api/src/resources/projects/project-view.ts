/** A project as the API shows it to whoever asks. */
import { type Actor, membershipIn, roleOn } from "@edgewright/accounts";
import type { Project } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { ProjectView } from "@edgewright/projects";

export function projectView(project: ProjectView, actor: Actor): Project {
  const resource = { organizationId: project.organizationId, projectId: project.id };
  return {
    id: project.id,
    name: project.name,
    slug: project.slug,
    currentVersion: project.currentVersion,
    createdAt: iso(project.createdAt),
    updatedAt: iso(project.updatedAt),
    publishedVersion: project.publishedVersion,
    sessionId: project.sessionId,
    busy: project.busy,
    waiting: project.waiting,
    deletedAt: project.deletedAt === null ? null : iso(project.deletedAt),
    settings: project.settings,
    // Whoever does not belong to it has been told that there is no such project.
    organization: { id: project.organizationId, name: membershipIn(actor, resource)?.name ?? "" },
    role: roleOn(actor, resource) ?? "viewer",
  };
}
