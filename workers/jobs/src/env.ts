/** Bindings of the jobs worker. Variables are parsed once per isolate. */
import type { CompilerRpc } from "@edgewright/contracts";
import { z } from "zod";

export type Env = {
  DB: D1Database;
  BLOBS: R2Bucket;
  SESSION_STREAM: DurableObjectNamespace;
  WORKSPACE: DurableObjectNamespace;
  COMPILER: CompilerRpc;
  SEAL_KEY: string;
  COMPATIBLE_BASE_URL?: string;
  COMPATIBLE_API_KEY?: string;
};

const Variables = z.object({
  SEAL_KEY: z.string().min(16, "SEAL_KEY must be a secret of at least 16 characters"),
  COMPATIBLE_BASE_URL: z.url("COMPATIBLE_BASE_URL must be an address").optional(),
  COMPATIBLE_API_KEY: z.string().optional(),
});
export const parseVariables = (env: Env) => Variables.parse(env);
