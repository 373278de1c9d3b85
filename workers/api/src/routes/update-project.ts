/** `PATCH /api/projects/:project`: its name, its address and how the agent works in it. */
import { Project, UpdateProject } from "@edgewright/contracts";
import { updateProject as update, usable } from "@edgewright/projects";
import { operation } from "../http/operation.ts";
import { projectView } from "../views/project.ts";

export const updateProject = operation({
  method: "patch",
  path: "/api/projects/{project}",
  summary: "Change a project: name, address, settings",
  tag: "Projects",
  permission: "project.update",
  on: "project",
  body: UpdateProject,
  returns: Project,
  async handle({ services, person, project, body }) {
    const updated = await update(services, project, body, person.origin);
    if (!updated.ok) return updated;
    const present = usable(await services.projects.find(project.id));
    return present.ok ? { ok: true, value: projectView(present.value) } : present;
  },
});
