/** What the objects' connections stand on. */
import type { FollowDeps } from "@edgewright/accounts";
import { openDatabase, r2Blobs } from "@edgewright/adapters";
import type { LiveObject, LiveRpc } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import { createRepositories } from "@edgewright/db";
import { accessByVersion } from "@edgewright/projects";
import { createVersionStore } from "@edgewright/storage";
import type { Env } from "../env.ts";
import type { LiveDeps } from "./connections.ts";

export function liveServices(env: Env): LiveDeps {
  const { access, versions } = createRepositories(openDatabase(env.DB));
  return { access, clock: systemClock, appAccess: accessByVersion(createVersionStore({ versions, blobs: r2Blobs(env.BLOBS) })) };
}

/** How one object tells the others. RPC types cannot express rows of any shape, so they are held by their contract. */
export function following(env: Env): FollowDeps {
  const namespaces: Record<LiveObject["kind"], { get(id: DurableObjectId): unknown; idFromString(id: string): DurableObjectId }> = {
    session: env.SESSION_STREAM,
    workspace: env.WORKSPACE,
    data: env.PROJECT_DATA,
  };
  return {
    access: createRepositories(openDatabase(env.DB)).access,
    live: ({ kind, id }) => namespaces[kind].get(namespaces[kind].idFromString(id)) as LiveRpc,
  };
}
