/** Bindings of the objects worker. */
import type { AttemptLimitRpc, ProjectDataRpc, QueueMessage, SessionStreamRpc, WorkspaceRpc } from "@edgewright/contracts";

export type Env = {
  DB: D1Database;
  BLOBS: R2Bucket;
  JOBS: Queue<QueueMessage>;
  SESSION_STREAM: DurableObjectNamespace<SessionStreamRpc & Rpc.DurableObjectBranded>;
  WORKSPACE: DurableObjectNamespace<WorkspaceRpc & Rpc.DurableObjectBranded>;
  PROJECT_DATA: DurableObjectNamespace<ProjectDataRpc & Rpc.DurableObjectBranded>;
  ATTEMPT_LIMIT: DurableObjectNamespace<AttemptLimitRpc & Rpc.DurableObjectBranded>;
};
