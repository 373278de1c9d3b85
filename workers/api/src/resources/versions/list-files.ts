/** `GET /api/projects/:project/versions/:n/files` */
import { FileList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { VersionNumber } from "./version-number.ts";

export const listFiles = operation({
  method: "get",
  path: "/api/projects/{project}/versions/{number}/files",
  summary: "Files of a version",
  tag: "Versions",
  permission: "version.read",
  on: "project",
  params: z.object({ number: VersionNumber }),
  returns: FileList,
  needs: ["store"],
  async handle({ services, project, params: { number } }) {
    const entries = await services.store.entries(project.id, number);
    if (!entries.ok) return entries;
    return ok({ version: number, files: entries.value.map(({ path, sha256, size, mode }) => ({ path, sha256, size, mode })) });
  },
});
