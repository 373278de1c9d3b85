/** `POST /api/projects/:project/undelete` */
import { Project } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { undeleteProject as undelete } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";
import { projectView } from "./project-view.ts";

export const undeleteProject = operation({
  method: "post",
  path: "/api/projects/{project}/undelete",
  summary: "Restore a deleted project",
  tag: "Projects",
  permission: "project.undelete",
  on: "trashed",
  returns: Project,
  needs: ["clock", "projects"],
  async handle({ services, caller, project }) {
    if (project.deletedAt === null) return fail("conflict", "This project is not deleted.", { next: "Open it." });
    await undelete(services, project, caller.origin);
    return ok(projectView({ ...project, deletedAt: null, updatedAt: services.clock.now() }, caller.actor));
  },
});
