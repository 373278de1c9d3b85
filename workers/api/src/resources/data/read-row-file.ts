/** `GET /api/projects/:project/data/tables/:table/rows/:id/files/:column/:file`: a file that a row holds, or with `?thumbnail=` a small picture of it. */
import { askedOf, fileAnswer } from "@edgewright/app-server";
import { WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { FileParams, ROW_PORTS, RowParams, rowScope, SeenAsQuery } from "./row-scope.ts";

export const readRowFile = operation({
  method: "get",
  path: "/api/projects/{project}/data/tables/{table}/rows/{id}/files/{column}/{file}",
  summary: "A file of a row",
  tag: "Data",
  permission: "data.read",
  on: "project",
  params: RowParams.extend({ column: z.string().min(1).max(100), ...FileParams.shape }),
  query: SeenAsQuery.extend({ thumbnail: z.string().optional().describe("Given: the small picture, where there is one") }),
  media: "*/*",
  needs: ROW_PORTS,
  async handle({ services, caller, project, request, params: { table, id, column, file }, query: { as } }) {
    const scope = await rowScope(services, caller, project, as);
    const data = services.data(project.id, WORKING_ENVIRONMENT);
    const found = await data.readFile(scope, { table, id, column, file }, askedOf(request));
    return found.ok ? ok(fileAnswer(found.value)) : found;
  },
});
