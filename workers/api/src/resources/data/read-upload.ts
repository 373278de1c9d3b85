/** `GET /api/projects/:project/data/files/:file`: which parts are there, to go on where an upload was interrupted. */
import { FileUpload, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { FileParams, ROW_PORTS, rowScope } from "./row-scope.ts";

export const readUpload = operation({
  method: "get",
  path: "/api/projects/{project}/data/files/{file}",
  summary: "An upload of one's own",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: FileParams,
  returns: FileUpload,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, params: { file } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).readUpload(await rowScope(services, caller, project), file),
});
