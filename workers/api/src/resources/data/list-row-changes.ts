/** `GET /api/projects/:project/data/tables/:table/rows/:id/changes`: who changed the row, when, from what to what. */
import { RowChangeList, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, RowParams, rowScope, SeenAsQuery } from "./row-scope.ts";

export const listRowChanges = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}/changes",
  summary: "The latest changes of a row, newest first",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: RowParams,
  query: SeenAsQuery,
  returns: RowChangeList,
  needs: [...ROW_PORTS, "users"],
  async handle({ services, caller, project, params: { table, id }, query: { as } }) {
    const found = await services.data(project.id, WORKING_ENVIRONMENT).changes(await rowScope(services, caller, project, as), table, id);
    if (!found.ok) return found;
    const names = await services.users.names(found.value.flatMap(({ by }) => by.id ?? []));
    return ok({ items: found.value.map((change) => ({ ...change, by: { ...change.by, name: names.get(change.by.id ?? "") ?? null } })) });
  },
});
