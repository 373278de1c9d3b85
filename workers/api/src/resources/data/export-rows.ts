/** `GET /api/projects/:project/data/tables/:table/export?format=csv|xlsx|json&q=`: the rows that match a query as a file, page by page as it is read. */
import { peopleOf } from "@edgewright/accounts";
import { auditEntry } from "@edgewright/audit";
import { RowQuery, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { fail, iso, ok } from "@edgewright/core";
import { exportRowsAs, ROW_FORMATS, ROW_MEDIA } from "@edgewright/exports";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { queryText, readQuery } from "./read-query.ts";
import { ROW_PORTS, rowScope, SeenAsQuery, TableParams } from "./row-scope.ts";

export const exportRows = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/export",
  summary: "Rows of a table as a file",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: TableParams,
  query: queryText("A RowQuery as JSON: filters, sort, search, zone")
    .extend(SeenAsQuery.shape)
    .extend({ format: z.enum(ROW_FORMATS) }),
  media: "text/csv",
  needs: [...ROW_PORTS, "members", "audit"],
  async handle({ services, caller, project, params, query: { q, format, as } }) {
    const query = readQuery(RowQuery, q);
    if (!query.ok) return query;
    const data = services.data(project.id, WORKING_ENVIRONMENT);
    const { tables } = await data.schema("current");
    const table = tables.find(({ name }) => name === params.table);
    if (!table) return fail("not_found", `The app has no table ${params.table}.`, { next: "Look at the tables of the app." });
    // What is refused is told before a file begins.
    const first = await data.list(await rowScope(services, caller, project, as), table.name, {
      ...query.value,
      limit: 1,
      cursor: undefined,
    });
    if (!first.ok) return first;
    const what = { scope: project.organizationId, projectId: project.id, action: "data.exported" as const, subject: project.id };
    const detail = { table: table.name, format, rows: first.value.total };
    await services.audit.record(auditEntry(services.clock, caller.origin, { ...what, detail }));
    const list = async (name: string, asked: RowQuery) => data.list(await rowScope(services, caller, project, as), name, asked);
    const people = () => peopleOf(services, project.organizationId);
    const file = exportRowsAs(format, { table, tables, query: query.value, list, people });
    const name = `${project.slug}-${table.name}-${iso(services.clock.now()).slice(0, 10)}.${format}`;
    const headers = { "content-type": ROW_MEDIA[format], "content-disposition": `attachment; filename="${name}"` };
    return ok(new Response(file, { headers }));
  },
});
