/** `GET /api/projects/:project/data/imports/:import`: how far an import is, and what of it does not fit. */
import { RowImport, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ImportParams, ROW_PORTS, rowScope } from "./row-scope.ts";

export const readImport = operation({
  method: "get",
  path: "/api/projects/{project}/data/imports/{import}",
  summary: "How far an import is",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: ImportParams,
  returns: RowImport,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params }) =>
    services.data(project.id, WORKING_ENVIRONMENT).readImport(await rowScope(services, caller, project), params.import),
});
