/** `GET /api/projects/:project/data/tables/:table/totals?q=`: what the rows that match a query add up to. */
import { Totals, TotalsQuery, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { queryText, readQuery } from "./read-query.ts";
import { ROW_PORTS, rowScope, SeenAsQuery, TableParams } from "./row-scope.ts";

export const totalRows = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/totals",
  summary: "Counts, sums and averages of a table's rows, in all and by groups",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: TableParams,
  query: queryText("A TotalsQuery as JSON: figures, by, filters, search, zone").extend(SeenAsQuery.shape),
  returns: Totals,
  needs: ROW_PORTS,
  async handle({ services, caller, project, params: { table }, query: { q, as } }) {
    const query = readQuery(TotalsQuery, q);
    return query.ok
      ? services.data(project.id, WORKING_ENVIRONMENT).totals(await rowScope(services, caller, project, as), table, query.value)
      : query;
  },
});
