/** `DELETE /api/projects/:project/data/imports/:import`: what was written of it is taken back. */
import { RowImport, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ImportParams, importWriter, ROW_PORTS } from "./row-scope.ts";

export const cancelImport = operation({
  method: "delete",
  path: "/api/projects/{project}/data/imports/{import}",
  summary: "Cancel an import",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: ImportParams,
  returns: RowImport,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params }) =>
    services.data(project.id, WORKING_ENVIRONMENT).cancelImport(await importWriter(services, caller, project), params.import),
});
