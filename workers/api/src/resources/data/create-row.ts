/** `POST /api/projects/:project/data/tables/:table/rows` */
import { DataRow, WriteRow } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { recordRow, rowScope, TableParams } from "./row-scope.ts";

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
  async handle({ services, caller, project, params: { table }, body }) {
    const row = await services.data(project.id, "preview").create(rowScope(caller), table, body.values);
    if (row.ok) await recordRow(services, caller, project, "data.row_created", { table, id: row.value.id });
    return row;
  },
});
