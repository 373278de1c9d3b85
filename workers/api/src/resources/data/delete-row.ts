/** `DELETE /api/projects/:project/data/tables/:table/rows/:id?revision=`: answers with the row that was. */
import { DataRow, RowRevision, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, RowParams, rowWriter } from "./row-scope.ts";

export const deleteRow = operation({
  method: "delete",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}",
  summary: "Delete a row",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: RowParams,
  query: z.object({ revision: RowRevision.optional().describe("Refuses if the row has another one by now") }),
  returns: DataRow,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params: { table, id }, query: { revision } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).remove(await rowWriter(services, caller, project), table, id, revision),
});
