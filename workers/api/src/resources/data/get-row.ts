/** `GET /api/projects/:project/data/tables/:table/rows/:id` */
import { DataRow, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, RowParams, rowScope, SeenAsQuery } from "./row-scope.ts";

export const getRow = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}",
  summary: "One row",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: RowParams,
  query: SeenAsQuery,
  returns: DataRow,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params: { table, id }, query: { as } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).get(await rowScope(services, caller, project, as), table, id),
});
