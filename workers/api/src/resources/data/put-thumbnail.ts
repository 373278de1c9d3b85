/** `PUT /api/projects/:project/data/files/:file/thumbnail`: the body is a small picture of a picture that is whole. */
import { FileUpload, THUMBNAIL_BYTES_MAX, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { bodyBytes } from "../../http/input.ts";
import { operation } from "../../http/operation.ts";
import { FileParams, ROW_PORTS, rowWriter } from "./row-scope.ts";

export const putThumbnail = operation({
  method: "put",
  path: "/api/projects/{project}/data/files/{file}/thumbnail",
  summary: "Upload a small picture of a picture: at most 200 KB",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: FileParams,
  file: true,
  returns: FileUpload,
  needs: ROW_PORTS,
  async handle({ services, caller, project, request, params: { file } }) {
    const bytes = await bodyBytes(request, THUMBNAIL_BYTES_MAX);
    if (!bytes.ok) return bytes;
    const writer = await rowWriter(services, caller, project);
    return services.data(project.id, WORKING_ENVIRONMENT).putThumbnail(writer, file, bytes.value);
  },
});
