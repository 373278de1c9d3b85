/** `POST /api/projects/:project/data/tables/:table/rows` */
import { DataRow, WORKING_ENVIRONMENT, WriteRow } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { rowWriter, TableParams } from "./row-scope.ts";

export const createRow = operation({
  method: "post",
  path: "/api/projects/{project}/data/tables/{table}/rows",
  summary: "Add a row",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: TableParams,
  body: WriteRow,
  status: 201,
  returns: DataRow,
  needs: ["data"],
  handle: ({ services, caller, project, params: { table }, body }) =>
    services.data(project.id, WORKING_ENVIRONMENT).create(rowWriter(caller, project), table, body.values),
});
