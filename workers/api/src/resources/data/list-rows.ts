/** `GET /api/projects/:project/data/tables/:table/rows?q=`: rows that match a query. */
import { complaintsOf, RowPage, RowQuery } from "@edgewright/contracts";
import { fail, parseJson } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { rowScope, TableParams } from "./row-scope.ts";

export const listRows = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/rows",
  summary: "Rows of a table",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: TableParams,
  query: z.object({ q: z.string().max(20_000).default("{}").describe("A RowQuery as JSON: filters, sort, search, limit, cursor") }),
  returns: RowPage,
  needs: ["data"],
  async handle({ services, caller, project, params: { table }, query: { q } }) {
    const given = parseJson(q, "The query");
    if (!given.ok) return given;
    const query = RowQuery.safeParse(given.value);
    if (!query.success) {
      const why = complaintsOf(query.error, "q");
      return fail("bad_request", `The query is not right: ${why}.`, { next: "Correct the query.", fields: { q: why } });
    }
    return services.data(project.id, "preview").list(rowScope(caller), table, query.data);
  },
});
