/** `POST /api/projects/:project/data/tables/:table/upsert`: the row with the same value in a unique field is changed; where there is none, one is added. */
import { DataRow, UpsertRow, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, rowWriter, TableParams } from "./row-scope.ts";

export const upsertRow = operation({
  method: "post",
  path: "/api/projects/{project}/data/tables/{table}/upsert",
  summary: "Change a row by a unique field, or add it",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: TableParams,
  body: UpsertRow,
  keepsAnswer: true,
  returns: DataRow,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, once, params: { table }, body: { by, values, zone } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).upsert(await rowWriter(services, caller, project, { once, zone }), table, by, values),
});
