/** What a request to an app may use: the project's objects, as whoever visits. */
import { objects } from "@edgewright/adapters/objects";
import type { AppHost } from "@edgewright/app-server";
import { DATA_SCOPE_HEADER, type DataScope, type Failure, GRANT_HEADER } from "@edgewright/contracts";
import { problem } from "@edgewright/core";
import type { Context } from "hono";
import { codeOf } from "./code.ts";
import { people } from "./directory.ts";
import { actorOf, type Preview, seenUser } from "./preview.ts";

/** What is published changes by its page being loaded anew. */
const NO_RELOADS: Failure = { code: "not_found", message: "A published app is not reloaded from here.", next: "Load the page." };

export function appHost(context: Context<Preview>): AppHost {
  const {
    env,
    req,
    var: { host, projectId, organizationId, visit, published, isStrangers },
  } = context;
  const rows = objects(env).data(projectId, host.rows.environment);
  const workspace = objects(env).workspace(projectId);
  const scope: DataScope = { channel: host.rows.channel, actor: actorOf(visit) };
  /** A connection is bound to what opened the preview. */
  const live = { upgrade: req.header("upgrade") ?? "", [GRANT_HEADER]: JSON.stringify(visit.grant) };
  return {
    user: seenUser(visit),
    writer: { ...scope, origin: { organizationId, projectId, way: "app" } },
    rows,
    files: rows,
    people: async () => (isStrangers ? [] : people(env, organizationId)),
    live: () => rows.fetch("https://data/live", { headers: { ...live, [DATA_SCOPE_HEADER]: JSON.stringify(scope) } }),
    reload: () =>
      published ? problem(NO_RELOADS) : workspace.fetch(`https://workspace/reload?channel=${host.channel}`, { headers: live }),
    report: (error) => codeOf(context).report(error),
  };
}
