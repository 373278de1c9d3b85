/** `GET /api/projects/:project/data/tables/:table/rows?q=`: rows that match a query. */
import { RowPage, RowQuery, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { queryText, readQuery } from "./read-query.ts";
import { ROW_PORTS, rowScope, SeenAsQuery, TableParams } from "./row-scope.ts";

export const listRows = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/rows",
  summary: "Rows of a table",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: TableParams,
  query: queryText("A RowQuery as JSON: filters, sort, search, zone, limit, cursor").extend(SeenAsQuery.shape),
  returns: RowPage,
  needs: ROW_PORTS,
  async handle({ services, caller, project, params: { table }, query: { q, as } }) {
    const query = readQuery(RowQuery, q);
    return query.ok
      ? services.data(project.id, WORKING_ENVIRONMENT).list(await rowScope(services, caller, project, as), table, query.value)
      : query;
  },
});
