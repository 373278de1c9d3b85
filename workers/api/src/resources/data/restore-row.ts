/** `POST /api/projects/:project/data/tables/:table/rows/:id/restore`: a row that was deleted in the last 30 days is there again. */
import { DataRow, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, RowParams, rowWriter } from "./row-scope.ts";

export const restoreRow = operation({
  method: "post",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}/restore",
  summary: "Bring a deleted row back",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: RowParams,
  keepsAnswer: true,
  returns: DataRow,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, once, params: { table, id } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).restore(await rowWriter(services, caller, project, { once }), table, id),
});
