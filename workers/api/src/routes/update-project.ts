/** `PATCH /api/projects/:project`: its name and its address. */
import { Project, UpdateProject } from "@edgewright/contracts";
import { renameProject, usable } from "@edgewright/projects";
import { operation } from "../http/operation.ts";
import { projectView } from "../views/project.ts";

export const updateProject = operation({
  method: "patch",
  path: "/api/projects/{project}",
  summary: "Rename a project or change its address",
  tag: "Projects",
  permission: "project.update",
  on: "project",
  body: UpdateProject,
  returns: Project,
  async handle({ services, person, project, body }) {
    const renamed = await renameProject(services, project, body, person.origin);
    if (!renamed.ok) return renamed;
    const present = usable(await services.projects.find(project.id));
    return present.ok ? { ok: true, value: projectView(present.value) } : present;
  },
});
