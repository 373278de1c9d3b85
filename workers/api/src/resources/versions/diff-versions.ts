/** `GET /api/projects/:project/versions/:a/diff/:b` */
import { VersionDiff } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { VersionNumber } from "./version-number.ts";

export const diffVersions = operation({
  method: "get",
  path: "/api/projects/{project}/versions/{number}/diff/{other}",
  summary: "What changed from one version to another",
  tag: "Versions",
  permission: "version.read",
  on: "project",
  params: z.object({ number: VersionNumber, other: VersionNumber }),
  returns: VersionDiff,
  needs: ["store"],
  async handle({ services, project, params: { number, other } }) {
    const files = await services.store.diff(project.id, number, other);
    return files.ok ? ok({ from: number, to: other, files: files.value }) : files;
  },
});
