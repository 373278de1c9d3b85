/** `GET /api/projects/:project/variables`: what is set for preview and production, what the app asks for. No secret's value. */
import { Variables } from "@edgewright/contracts";
import { variablesView } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";

export const getVariables = operation({
  method: "get",
  path: "/api/projects/{project}/variables",
  summary: "Variables of the app's server code",
  tag: "Publishing",
  permission: "variables.read",
  on: "project",
  returns: Variables,
  needs: ["appVariables", "builds", "publications", "sealKey", "store"],
  handle: ({ services, project }) => variablesView(services, project),
});
