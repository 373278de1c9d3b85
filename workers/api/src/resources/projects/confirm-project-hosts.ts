/** `PUT /api/projects/:project/hosts`: which outside hosts the app's page may use from now on. A person's decision, so no token may. */
import { ConfirmHosts, ProjectHosts } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { confirmHosts, projectHosts } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";

export const confirmProjectHosts = operation({
  method: "put",
  path: "/api/projects/{project}/hosts",
  summary: "Confirm the outside hosts of an app",
  tag: "Projects",
  permission: "project.hosts.update",
  on: "project",
  body: ConfirmHosts,
  returns: ProjectHosts,
  needs: ["clock", "projects", "store"],
  async handle({ services, project, caller, body }) {
    await confirmHosts(services, project, body.hosts, caller.origin);
    return ok(await projectHosts(services, project, body.hosts));
  },
});
