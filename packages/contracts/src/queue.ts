/** Messages on the queue `edgewright-jobs`. */
import { z } from "zod";
import { RuntimeError } from "./findings.ts";

export const QueueMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("codegen"), jobId: z.string(), sessionId: z.string(), projectId: z.string() }),
  /** An error of the live version that a session has just been told of: where a project wants that, it is fixed. */
  z.object({ kind: z.literal("fix"), sessionId: z.string(), projectId: z.string(), error: RuntimeError }),
]);
export type QueueMessage = z.infer<typeof QueueMessage>;
export type CodegenMessage = Extract<QueueMessage, { kind: "codegen" }>;
export type FixMessage = Extract<QueueMessage, { kind: "fix" }>;
