/** `POST /api/projects/:project/data/imports/:import/write`: begins to write what was handed in. How far it is, is read from the import. */
import { RowImport, WORKING_ENVIRONMENT, WriteImport } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ImportParams, importWriter, ROW_PORTS } from "./row-scope.ts";

export const writeImport = operation({
  method: "post",
  path: "/api/projects/{project}/data/imports/{import}/write",
  summary: "Write the rows of an import, all or none",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: ImportParams,
  body: WriteImport,
  status: 202,
  returns: RowImport,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params, body }) =>
    services.data(project.id, WORKING_ENVIRONMENT).writeImport(await importWriter(services, caller, project), params.import, body),
});
