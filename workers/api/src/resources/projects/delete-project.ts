/** `DELETE /api/projects/:project`: softly, so that it can be undone, and kept as it is first; its open jobs stop and its previews end. */
import { takeSnapshot } from "@edgewright/audit";
import { stopJob } from "@edgewright/chat";
import { Project } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { deleteProject as remove } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";
import { projectView } from "./project-view.ts";

export const deleteProject = operation({
  method: "delete",
  path: "/api/projects/{project}",
  summary: "Delete a project; it can be restored",
  tag: "Projects",
  permission: "project.delete",
  on: "project",
  returns: Project,
  needs: ["clock", "data", "jobs", "outboxDeps", "projects", "snapshots", "stream"],
  async handle({ services, caller, project }) {
    const kept = await takeSnapshot(services, project, "delete", caller.origin);
    if (!kept.ok) return kept;
    await remove(services, project, caller.origin);
    for (const job of await services.jobs.openOfProject(project.id)) await stopJob(services, job);
    return ok(projectView({ ...project, busy: false, waiting: false, deletedAt: services.clock.now() }, caller.actor));
  },
});
