/** `GET /api/projects/:project/snapshots`: newest first. */
import { SnapshotPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { snapshotView } from "./snapshot-view.ts";

export const listSnapshots = operation({
  method: "get",
  path: "/api/projects/{project}/snapshots",
  summary: "Snapshots of a project",
  tag: "Snapshots",
  permission: "snapshot.read",
  on: "project",
  query: PageQuery,
  returns: SnapshotPage,
  needs: ["snapshots"],
  async handle({ services, project, query: { limit, cursor } }) {
    const found = await services.snapshots.list(project.id, { limit: limit + 1, before: cursor });
    const items = found.slice(0, limit).map(snapshotView);
    return ok({ items, cursor: found.length > limit ? (items.at(-1)?.id ?? null) : null });
  },
});
