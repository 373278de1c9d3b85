/** `PATCH /api/projects/:project/data/tables/:table/rows/:id`: with `revision`, refused when someone else changed the row meanwhile. */
import { DataRow, WriteRow } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { RowParams, recordRow, rowScope } from "./row-scope.ts";

export const updateRow = operation({
  method: "patch",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}",
  summary: "Change a row",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: RowParams,
  body: WriteRow,
  returns: DataRow,
  async handle({ services, caller, project, params: { table, id }, body: { values, revision } }) {
    const row = await services.data(project.id, "preview").update(rowScope(caller), table, id, values, revision);
    if (row.ok) await recordRow(services, caller, project, "data.row_updated", { table, id });
    return row;
  },
});
