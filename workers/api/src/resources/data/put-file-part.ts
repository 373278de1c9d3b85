/** `PUT /api/projects/:project/data/files/:file/parts/:part`: the body is the part itself. */
import { FILE_PART_BYTES, FileUpload, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { z } from "zod";
import { bodyBytes } from "../../http/input.ts";
import { operation } from "../../http/operation.ts";
import { FileParams, ROW_PORTS, rowWriter } from "./row-scope.ts";

export const putFilePart = operation({
  method: "put",
  path: "/api/projects/{project}/data/files/{file}/parts/{part}",
  summary: "Upload a part of a file, numbered from 0: 4 MB each, but for the last one",
  tag: "Data",
  permission: "data.write",
  on: "project",
  params: FileParams.extend({ part: z.coerce.number().int().min(0).max(9999) }),
  file: true,
  returns: FileUpload,
  needs: ROW_PORTS,
  async handle({ services, caller, project, request, params: { file, part } }) {
    const bytes = await bodyBytes(request, FILE_PART_BYTES);
    if (!bytes.ok) return bytes;
    const writer = await rowWriter(services, caller, project);
    return services.data(project.id, WORKING_ENVIRONMENT).putFilePart(writer, file, part, bytes.value);
  },
});
