/** What a request to a preview may use: the project's objects, as whoever visits. */
import { objects } from "@edgewright/adapters/objects";
import type { AppHost } from "@edgewright/app-server";
import { DATA_SCOPE_HEADER, type DataScope, GRANT_HEADER } from "@edgewright/contracts";
import type { Context } from "hono";
import { people } from "./directory.ts";
import { actorOf, type Preview, reporterOf, seenUser } from "./preview.ts";

export function appHost({ env, req, var: { host, projectId, organizationId, visit } }: Context<Preview>): AppHost {
  const rows = objects(env).data(projectId, host.environment);
  const workspace = objects(env).workspace(projectId);
  const scope: DataScope = { channel: host.channel, actor: actorOf(visit) };
  /** A connection is bound to what opened the preview. */
  const live = { upgrade: req.header("upgrade") ?? "", [GRANT_HEADER]: JSON.stringify(visit.grant) };
  return {
    user: seenUser(visit),
    writer: { ...scope, origin: { organizationId, projectId, way: "app" } },
    rows,
    files: rows,
    people: () => people(env, organizationId),
    live: () => rows.fetch("https://data/live", { headers: { ...live, [DATA_SCOPE_HEADER]: JSON.stringify(scope) } }),
    reload: () => workspace.fetch(`https://workspace/reload?channel=${host.channel}`, { headers: live }),
    report: (error) => workspace.reportError({ projectId, label: host.label, channel: host.channel, error, by: reporterOf(visit) }),
  };
}
