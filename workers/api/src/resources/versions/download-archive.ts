/** `GET /api/projects/:project/versions/:n/archive`: every file in a zip, with what makes the app run by itself. */
import { ok } from "@edgewright/core";
import { namedVariables } from "@edgewright/deployments";
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
  needs: ["appVariables", "store"],
  async handle({ services, project, params: { number } }) {
    const { store } = services;
    const files = await store.entries(project.id, number);
    if (!files.ok) return files;
    const paths = new Set(files.value.map(({ path }) => path));
    const textOf = async (path: string) => {
      const file = paths.has(path) ? await store.read(project.id, number, path) : null;
      return file?.ok ? (file.value.text ?? undefined) : undefined;
    };
    const [packageJson, schema] = await Promise.all(["package.json", "data/schema.json"].map(textOf));
    const variables = await namedVariables(services, project.id, number);
    const along = standaloneFiles({ slug: project.slug, packageJson, schema, variables, has: (path) => paths.has(path) });
    const archive = await store.archive(project.id, number, project.slug, along);
    if (!archive.ok) return archive;
    const name = `${project.slug}-v${number}.zip`;
    const headers = { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"` };
    return ok(new Response(archive.value, { headers }));
  },
});
