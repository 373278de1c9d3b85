/** `DELETE /api/projects/:project/data/tables/:table/rows/:id`: answers with the row that was. */
import { DataRow } from "@edgewright/contracts";
import { operation } from "../http/operation.ts";
import { RowParams, recordRow, rowScope } from "../work/row-scope.ts";

export const deleteRow = operation({
  method: "delete",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}",
  summary: "Delete a row",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: RowParams,
  returns: DataRow,
  async handle({ services, caller, project, params: { table, id } }) {
    const row = await services.data(project.id).remove(rowScope(caller), table, id);
    if (row.ok) await recordRow(services, caller, project, "data.row_deleted", { table, id });
    return row;
  },
});
