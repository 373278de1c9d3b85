/** `GET /api/projects/:project/automations/signing-secret`: by which whoever is called by the app's automations knows that it was the app. */
import { AutomationQuery, SigningSecret } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const getSigningSecret = operation({
  method: "get",
  path: "/api/projects/{project}/automations/signing-secret",
  summary: "What the calls of an app's automations are signed with",
  tag: "Automations",
  permission: "automation.update",
  on: "project",
  query: AutomationQuery,
  returns: SigningSecret,
  needs: ["signingSecret"],
  handle: async ({ services, project, query: { environment } }) =>
    ok({ secret: await services.signingSecret({ projectId: project.id, environment }) }),
});
