/** `POST /api/projects/:project/data/files`: its parts follow, each by `PUT …/files/:file/parts/:part`; then a row may hold it. */
import { BeginFile, FileUpload, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { ROW_PORTS, rowWriter } from "./row-scope.ts";

export const beginFile = operation({
  method: "post",
  path: "/api/projects/{project}/data/files",
  summary: "Begin to upload a file for a field of files",
  tag: "Data",
  permission: "data.write",
  on: "project",
  body: BeginFile,
  status: 201,
  returns: FileUpload,
  needs: ROW_PORTS,
  handle: async ({ services, caller, project, body }) =>
    services.data(project.id, WORKING_ENVIRONMENT).beginFile(await rowWriter(services, caller, project), body),
});
