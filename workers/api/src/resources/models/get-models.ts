/** `GET /api/orgs/:org/models` */
import { ModelSettings } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { loadModels } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const getModels = operation({
  method: "get",
  path: "/api/orgs/{org}/models",
  summary: "Models of an organization",
  tag: "Organization",
  permission: "models.read",
  on: "organization",
  returns: ModelSettings,
  needs: ["modelSources"],
  handle: async ({ services, organizationId }) => ok(await loadModels(services, organizationId)),
});
