/** `GET /api/projects/:project/data/tables/:table/deleted`: rows that can be brought back. */
import { DeletedRows, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, rowScope, TableParams } from "./row-scope.ts";

export const listDeletedRows = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/deleted",
  summary: "Rows that were deleted in the last 30 days",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: TableParams,
  returns: DeletedRows,
  needs: ROW_PORTS,
  async handle({ services, caller, project, params: { table } }) {
    const found = await services.data(project.id, WORKING_ENVIRONMENT).deleted(await rowScope(services, caller, project), table);
    return found.ok ? ok({ items: found.value }) : found;
  },
});
