/** `GET /api/projects/:project/versions`: the history, newest first. */
import { VersionPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { versionPage } from "./version-view.ts";

export const listVersions = operation({
  method: "get",
  path: "/api/projects/{project}/versions",
  summary: "History of a project",
  tag: "Versions",
  permission: "version.read",
  on: "project",
  query: PageQuery,
  returns: VersionPage,
  needs: ["versions"],
  handle: async ({ services, project, query }) => ok(await versionPage(services, project, query)),
});
