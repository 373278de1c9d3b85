/** What the objects' connections stand on. */
import type { FollowDeps } from "@edgewright/accounts";
import { openDatabase, r2Blobs } from "@edgewright/adapters";
import { objects } from "@edgewright/adapters/objects";
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

/** How one object tells the others. */
export const following = (env: Env): FollowDeps => ({
  access: createRepositories(openDatabase(env.DB)).access,
  live: objects(env).live,
});
