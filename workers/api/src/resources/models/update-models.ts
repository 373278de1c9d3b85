/** `PUT /api/orgs/:org/models`: the default model, those to fall back on, and the organization's own providers. Keys go in sealed and never come out. */
import { ModelSettings, UpdateModelSettings } from "@edgewright/contracts";
import { changeModels } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const updateModels = operation({
  method: "put",
  path: "/api/orgs/{org}/models",
  summary: "Set the models of an organization",
  tag: "Organization",
  permission: "models.update",
  on: "organization",
  body: UpdateModelSettings,
  returns: ModelSettings,
  needs: ["clock", "modelSources"],
  handle: ({ services, caller, organizationId, body }) =>
    changeModels(services, { organizationId, by: caller.user.id, origin: caller.origin }, body),
});
