/** `GET /api/projects/:project/versions/:n/archive`: every file in a zip. */
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { VersionNumber } from "./version-number.ts";

export const downloadArchive = operation({
  method: "get",
  path: "/api/projects/{project}/versions/{number}/archive",
  summary: "Download a version as a zip",
  tag: "Versions",
  permission: "version.read",
  on: "project",
  params: z.object({ number: VersionNumber }),
  media: "application/zip",
  needs: ["store"],
  async handle({ services, project, params: { number } }) {
    const archive = await services.store.archive(project.id, number, project.slug);
    if (!archive.ok) return archive;
    const name = `${project.slug}-v${number}.zip`;
    const headers = { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"` };
    return ok(new Response(archive.value, { headers }));
  },
});
