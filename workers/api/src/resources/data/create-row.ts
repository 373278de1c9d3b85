/** `POST /api/projects/:project/data/tables/:table/rows` */
import { DataRow, WORKING_ENVIRONMENT, WriteRow } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, rowWriter, TableParams } from "./row-scope.ts";

export const createRow = operation({
  method: "post",
  path: "/api/projects/{project}/data/tables/{table}/rows",
  summary: "Add a row",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: TableParams,
  body: WriteRow,
  keepsAnswer: true,
  status: 201,
  returns: DataRow,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, once, params: { table }, body: { values, zone } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).create(await rowWriter(services, caller, project, { once, zone }), table, values),
});
