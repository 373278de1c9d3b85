/** `GET /api/projects/:project/versions/:n/archive`: every file in a zip, with what makes the app run by itself. */
import { ok } from "@edgewright/core";
import { standaloneFiles } from "@edgewright/exports";
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
    const { store } = services;
    const [files, packageJson] = await Promise.all([store.entries(project.id, number), store.read(project.id, number, "package.json")]);
    if (!files.ok) return files;
    const paths = new Set(files.value.map(({ path }) => path));
    const along = standaloneFiles(packageJson.ok ? (packageJson.value.text ?? undefined) : undefined, (path) => paths.has(path));
    const archive = await store.archive(project.id, number, project.slug, along);
    if (!archive.ok) return archive;
    const name = `${project.slug}-v${number}.zip`;
    const headers = { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"` };
    return ok(new Response(archive.value, { headers }));
  },
});
