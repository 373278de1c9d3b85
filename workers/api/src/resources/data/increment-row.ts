/** `POST /api/projects/:project/data/tables/:table/rows/:id/increment`: adds to numbers of a row as they are by then. */
import { DataRow, IncrementRow, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, RowParams, rowWriter } from "./row-scope.ts";

export const incrementRow = operation({
  method: "post",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}/increment",
  summary: "Add to numbers of a row",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: RowParams,
  body: IncrementRow,
  keepsAnswer: true,
  returns: DataRow,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, once, params: { table, id }, body: { by, zone } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).increment(await rowWriter(services, caller, project, { once, zone }), table, id, by),
});
