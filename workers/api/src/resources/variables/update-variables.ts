/** `PATCH /api/projects/:project/variables/preview`, `…/production`: sets and removes some. Who may differs, so they are two. */
import { ChangeVariables, type VariableEnvironment, Variables } from "@edgewright/contracts";
import { changeVariables, variablesView } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";

const updateOf = (environment: VariableEnvironment) =>
  operation({
    method: "patch",
    path: `/api/projects/{project}/variables/${environment}`,
    summary: `Set and remove variables of ${environment}`,
    tag: "Publishing",
    permission: `variables.${environment}.update`,
    on: "project",
    body: ChangeVariables,
    returns: Variables,
    needs: ["appVariables", "builds", "clock", "publications", "sealKey", "store"],
    async handle({ services, caller, project, body }) {
      const changed = await changeVariables(services, project, environment, body, caller.origin);
      return changed.ok ? variablesView(services, project) : changed;
    },
  });

export const updatePreviewVariables = updateOf("preview");
export const updateProductionVariables = updateOf("production");
