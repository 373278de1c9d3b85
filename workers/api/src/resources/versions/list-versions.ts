/** `GET /api/projects/:project/versions`: the history, newest first. */
import { VersionPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { versionView } from "./version-view.ts";

export const listVersions = operation({
  method: "get",
  path: "/api/projects/{project}/versions",
  summary: "History of a project",
  tag: "Versions",
  permission: "version.read",
  on: "project",
  query: PageQuery,
  returns: VersionPage,
  async handle({ services, project, query: { limit, cursor } }) {
    const before = /^\d{1,9}$/.test(cursor ?? "") ? Number(cursor) : null;
    const found = await services.versions.list(project.id, { limit: limit + 1, before });
    const items = found.slice(0, limit).map((version) => versionView(version, project.currentVersion));
    return ok({ items, cursor: found.length > limit ? String(items.at(-1)?.number) : null });
  },
});
