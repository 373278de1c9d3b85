/** Bindings of the jobs worker. Variables are parsed once per isolate. */
import { GITHUB_VARIABLES, MAIL_VARIABLES, OUTSIDE_VARIABLES } from "@edgewright/adapters";
import type { CompilerRpc, HealthRpc, QueueMessage } from "@edgewright/contracts";
import { MODEL_VARIABLES } from "@edgewright/models";
import type { StarterTurns } from "@edgewright/starter-model";
import { z } from "zod";

export type Env = {
  DB: D1Database;
  BLOBS: R2Bucket;
  SESSION_STREAM: DurableObjectNamespace;
  WORKSPACE: DurableObjectNamespace;
  PROJECT_DATA: DurableObjectNamespace;
  COMPILER: CompilerRpc & StarterTurns;
  /** Dispatch, which asks a deployment that nobody else reaches yet. */
  HEALTH: HealthRpc;
  JOBS: Queue<QueueMessage>;
  /** Bound where mail goes out by Cloudflare. */
  EMAIL?: SendEmail;
  /** Workers AI; not bound on one's own machine. */
  AI?: Ai;
};

const Variables = z.object({
  SEAL_KEY: z.string().min(16, "SEAL_KEY must be a secret of at least 16 characters"),
  APP_URL: z.url("APP_URL must be an address"),
  PREVIEW_ORIGIN: z.url("PREVIEW_ORIGIN must be an address").optional(),
  APPS_ORIGIN: z.url("APPS_ORIGIN must be an address"),
  DNS_URL: z.url("DNS_URL must be an address").optional(),
  ...MODEL_VARIABLES,
  ...GITHUB_VARIABLES,
  ...MAIL_VARIABLES,
  ...OUTSIDE_VARIABLES,
});
export const parseVariables = (env: Env) => Variables.parse(env);
