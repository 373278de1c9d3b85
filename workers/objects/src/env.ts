/** Bindings of the objects worker. */
import type { QueueMessage } from "@edgewright/contracts";
import type { ProjectData } from "./project-data/object.ts";
import type { SessionStream } from "./session-stream/object.ts";
import type { Workspace } from "./workspace/object.ts";

export type Env = {
  DB: D1Database;
  BLOBS: R2Bucket;
  JOBS: Queue<QueueMessage>;
  SESSION_STREAM: DurableObjectNamespace<SessionStream>;
  WORKSPACE: DurableObjectNamespace<Workspace>;
  PROJECT_DATA: DurableObjectNamespace<ProjectData>;
};
