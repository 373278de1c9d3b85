/** A project as the API shows it to whoever asks. */
import { type Actor, roleOn } from "@edgewright/accounts";
import type { Project } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { ProjectView } from "@edgewright/projects";

export const projectView = (project: ProjectView, actor: Actor): Project => ({
  id: project.id,
  name: project.name,
  slug: project.slug,
  currentVersion: project.currentVersion,
  createdAt: iso(project.createdAt),
  updatedAt: iso(project.updatedAt),
  sessionId: project.sessionId,
  busy: project.busy,
  settings: project.settings,
  organizationId: project.organizationId,
  // Whoever has no role in it is told that there is no such project.
  role: roleOn(actor, { organizationId: project.organizationId, projectId: project.id }) ?? "viewer",
});
