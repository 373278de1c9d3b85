/** A project as the API shows it. */
import type { Project } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { ProjectView } from "@edgewright/projects";

export const projectView = (project: ProjectView): Project => ({
  id: project.id,
  name: project.name,
  slug: project.slug,
  currentVersion: project.currentVersion,
  createdAt: iso(project.createdAt),
  updatedAt: iso(project.updatedAt),
  sessionId: project.sessionId,
  busy: project.busy,
  settings: project.settings,
});
