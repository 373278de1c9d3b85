/** `PATCH /api/projects/:project/data/tables/:table/rows/:id`: with `revision`, refused when someone else changed the row meanwhile. */
import { DataRow, WORKING_ENVIRONMENT, WriteRow } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, RowParams, rowWriter } from "./row-scope.ts";

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
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params: { table, id }, body: { values, revision, zone } }) =>
    services
      .data(project.id, WORKING_ENVIRONMENT)
      .update(await rowWriter(services, caller, project, { zone }), table, id, values, revision),
});
