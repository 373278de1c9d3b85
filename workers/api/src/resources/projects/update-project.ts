/** `PATCH /api/projects/:project`: its name, its address and how the agent works in it. */
import { Project, UpdateProject } from "@edgewright/contracts";
import { knownModel, loadModels } from "@edgewright/models";
import { updateProject as update, usableProject } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";
import { projectView } from "./project-view.ts";

export const updateProject = operation({
  method: "patch",
  path: "/api/projects/{project}",
  summary: "Change a project: name, address, settings",
  tag: "Projects",
  permission: "project.update",
  on: "project",
  body: UpdateProject,
  returns: Project,
  needs: ["clock", "modelSources", "projects"],
  async handle({ services, caller, project, body }) {
    const model = body.settings?.model;
    if (model) {
      const { available } = await loadModels(services, project.organizationId);
      const known = knownModel(available, model, "settings.model");
      if (!known.ok) return known;
    }
    const updated = await update(services, project, body, caller.origin);
    if (!updated.ok) return updated;
    const present = usableProject(await services.projects.find(project.id));
    return present.ok ? { ok: true, value: projectView(present.value, caller.actor) } : present;
  },
});
