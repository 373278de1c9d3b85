/** `POST /api/projects/:project/data/tables/:table/imports`: rows are handed in under the id it answers with, and then written, all or none. */
import { BeginImport, RowImport, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { importWriter, ROW_PORTS, TableParams } from "./row-scope.ts";

export const beginImport = operation({
  method: "post",
  path: "/api/projects/{project}/data/tables/{table}/imports",
  summary: "Begin an import",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: TableParams,
  body: BeginImport,
  status: 201,
  returns: RowImport,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params: { table }, body }) =>
    services.data(project.id, WORKING_ENVIRONMENT).beginImport(await importWriter(services, caller, project), table, body),
});
