/** Bindings of the objects worker. */
import type { Elsewhere } from "@edgewright/app-build";
import type { AttemptLimitRpc, JobScheduleRpc, ProjectDataRpc, QueueMessage, SessionStreamRpc, WorkspaceRpc } from "@edgewright/contracts";

export type Env = {
  COMPILER: Elsewhere;
  DB: D1Database;
  BLOBS: R2Bucket;
  JOBS: Queue<QueueMessage>;
  /** How many jobs work at once. */
  JOBS_AT_ONCE: string;
  SESSION_STREAM: DurableObjectNamespace<SessionStreamRpc & Rpc.DurableObjectBranded>;
  WORKSPACE: DurableObjectNamespace<WorkspaceRpc & Rpc.DurableObjectBranded>;
  PROJECT_DATA: DurableObjectNamespace<ProjectDataRpc & Rpc.DurableObjectBranded>;
  JOB_SCHEDULE: DurableObjectNamespace<JobScheduleRpc & Rpc.DurableObjectBranded>;
  ATTEMPT_LIMIT: DurableObjectNamespace<AttemptLimitRpc & Rpc.DurableObjectBranded>;
};
