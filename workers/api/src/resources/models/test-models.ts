/** `POST /api/orgs/:org/models/test`: whether a provider's key, address and model are right, saved or not yet. Nothing is kept. */
import { TestedModel, TestModel } from "@edgewright/contracts";
import { testModel } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const testModels = operation({
  method: "post",
  path: "/api/orgs/{org}/models/test",
  summary: "Test a model provider",
  tag: "Organization",
  permission: "models.update",
  on: "organization",
  body: TestModel,
  returns: TestedModel,
  needs: ["clock", "modelSources"],
  handle: ({ services, caller, organizationId, body }) => testModel(services, { organizationId, by: caller.user.id }, body),
});
