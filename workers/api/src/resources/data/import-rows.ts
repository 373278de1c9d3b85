/** `POST /api/projects/:project/data/imports/:import/rows`: hands rows in. Each is looked at, what does not fit is told; none is written yet. */
import { ImportRows, RowImport, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ImportParams, importWriter, ROW_PORTS } from "./row-scope.ts";

export const importRows = operation({
  method: "post",
  path: "/api/projects/{project}/data/imports/{import}/rows",
  summary: "Hand rows in to an import",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: ImportParams,
  body: ImportRows,
  returns: RowImport,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params, body }) =>
    services.data(project.id, WORKING_ENVIRONMENT).importRows(await importWriter(services, caller, project), params.import, body),
});
