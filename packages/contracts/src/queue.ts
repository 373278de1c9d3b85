/** Messages on the queue `edgewright-jobs`. */
import { z } from "zod";
import { RuntimeError } from "./findings.ts";

export const QueueMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("codegen"), jobId: z.string(), sessionId: z.string(), projectId: z.string() }),
  /** An error of the live version that a session has just been told of: where a project wants that, it is fixed. */
  z.object({ kind: z.literal("fix"), sessionId: z.string(), projectId: z.string(), error: RuntimeError }),
  /** A project and its repository are brought to the same state, both ways. */
  z.object({ kind: z.literal("sync"), projectId: z.string() }),
  /** Something that GitHub told of, kept under the id of its delivery. */
  z.object({ kind: z.literal("delivery"), deliveryId: z.string() }),
  /** A pull request on GitHub is looked at as it is now. */
  z.object({ kind: z.literal("pull"), projectId: z.string(), number: z.number().int() }),
  /** All of a project's are. */
  z.object({ kind: z.literal("pulls"), projectId: z.string() }),
  /** A branch and its pull request follow its newest version. */
  z.object({ kind: z.literal("branch"), branchId: z.string() }),
  z.object({ kind: z.literal("deploy"), deploymentId: z.string() }),
  /** Runs of automations wait in the object, which is one of an app's data. */
  z.object({ kind: z.literal("automation"), object: z.string() }),
]);
export type QueueMessage = z.infer<typeof QueueMessage>;
export type CodegenMessage = Extract<QueueMessage, { kind: "codegen" }>;
export type GitHubMessage = Extract<QueueMessage, { kind: "sync" | "delivery" | "pull" | "pulls" | "branch" }>;
export type DeployMessage = Extract<QueueMessage, { kind: "deploy" }>;
export type AutomationMessage = Extract<QueueMessage, { kind: "automation" }>;
export type FixMessage = Extract<QueueMessage, { kind: "fix" }>;
