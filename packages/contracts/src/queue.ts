/** Messages on the queue `edgewright-jobs`. */
import { z } from "zod";

export const QueueMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("codegen"), jobId: z.string(), sessionId: z.string(), projectId: z.string() }),
]);
export type QueueMessage = z.infer<typeof QueueMessage>;
