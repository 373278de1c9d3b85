/**
 * The event stream of an AgentSession: what `SessionStream` keeps, the agent
 * appends, and the browser reduces to the page. One union, in families.
 */
import { z } from "zod";
import { Failure } from "./errors.ts";
import { Finding, RuntimeError } from "./findings.ts";

export const JobStatus = z.enum([
  "queued",
  "planning",
  "generating",
  "checking",
  "fixing",
  "building",
  "waiting",
  "done",
  "failed",
  "cancelled",
]);
export type JobStatus = z.infer<typeof JobStatus>;
export const FINAL_STATUSES: ReadonlySet<JobStatus> = new Set(["done", "failed", "cancelled"]);

export const PlanStep = z.object({
  id: z.string(),
  title: z.string(),
  files: z.array(z.string()).default([]),
});
export type PlanStep = z.infer<typeof PlanStep>;

export const Usage = z.object({
  model: z.string(),
  inputTokens: z.number().int(),
  cachedTokens: z.number().int(),
  outputTokens: z.number().int(),
});
export type Usage = z.infer<typeof Usage>;

/** What is left standing after a job ended early: the version that is live, and the files kept as a draft. */
export const Kept = z.object({ liveVersion: z.number().int().nullable(), draftFiles: z.array(z.string()) });
export type Kept = z.infer<typeof Kept>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) => z.object({ type: z.literal(type), data: z.object(data) });

export const NewEvent = z.discriminatedUnion("type", [
  event("message.user", { messageId: z.string(), text: z.string(), author: z.object({ id: z.string(), name: z.string() }) }),
  event("message.delta", { messageId: z.string(), text: z.string() }),
  /** The whole text; replaces the deltas with the same messageId. */
  event("message.assistant", { messageId: z.string(), text: z.string() }),
  event("question.asked", { messageId: z.string(), text: z.string(), suggestions: z.array(z.string()) }),
  event("plan.proposed", { steps: z.array(PlanStep) }),
  event("plan.step", { id: z.string(), status: z.enum(["pending", "active", "done", "skipped"]) }),
  event("step.started", { name: z.string() }),
  event("step.finished", { name: z.string(), ms: z.number() }),
  event("file.writing", { path: z.string(), lines: z.number().int() }),
  event("file.written", { path: z.string(), lines: z.number().int(), added: z.number().int(), removed: z.number().int() }),
  event("file.deleted", { path: z.string() }),
  event("file.refused", { path: z.string(), error: Failure }),
  event("edit.refused", { path: z.string(), error: Failure }),
  event("check.started", { kind: z.enum(["types", "boot"]) }),
  event("check.finished", { kind: z.enum(["types", "boot"]), ok: z.boolean(), ms: z.number(), findings: z.array(Finding) }),
  event("fix.started", { round: z.number().int(), of: z.number().int(), findings: z.number().int() }),
  event("build.version", { version: z.number().int(), parent: z.number().int().nullable(), files: z.number().int(), merged: z.boolean() }),
  event("preview.ready", { label: z.string(), version: z.number().int().nullable() }),
  event("preview.error", { label: z.string(), error: RuntimeError, count: z.number().int() }),
  event("usage", { usage: Usage }),
  event("job.queued", { messageId: z.string() }),
  event("job.status", { status: JobStatus }),
  event("job.done", { summary: z.string(), version: z.number().int().nullable(), ms: z.number() }),
  event("job.failed", { error: Failure, findings: z.array(Finding), kept: Kept }),
  event("job.cancelled", { kept: Kept }),
]);
export type NewEvent = z.infer<typeof NewEvent>;

/** An event in the log. `seq` grows by one from 1 within a session, with gaps only where deltas were compacted; `at` is ms since 1970. */
export type StreamEvent = NewEvent & { seq: number; at: number; jobId: string | null };
export const StreamEvent: z.ZodType<StreamEvent> = z.intersection(
  NewEvent,
  z.object({ seq: z.number().int().min(1), at: z.number(), jobId: z.string().nullable() }),
) as z.ZodType<StreamEvent>;

/** One WebSocket frame or one SSE `data:` line. `caughtUp` says the replay is over and what follows is live. */
export const StreamFrame = z.union([
  z.object({ kind: z.literal("event"), event: StreamEvent }),
  z.object({ kind: z.literal("caughtUp"), seq: z.number().int() }),
]);
export type StreamFrame = z.infer<typeof StreamFrame>;
