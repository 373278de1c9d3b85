/**
 * The event stream of an AgentSession: what `SessionStream` keeps, the agent
 * appends, and the browser reduces to the page. One union, in families.
 */
import { z } from "zod";
import { AccessEnd } from "./access-end.ts";
import { DataPlan } from "./data-plan.ts";
import { Failure } from "./errors.ts";
import { Finding, Reporter, RuntimeError } from "./findings.ts";

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

/** What a job has used of models so far. `cost` is in USD, and null while any of its calls has no known price. `cachedTokens` are among `inputTokens`. */
export const Usage = z.object({
  /** The model that answered last. */
  model: z.string(),
  calls: z.number().int(),
  inputTokens: z.number().int(),
  cachedTokens: z.number().int(),
  outputTokens: z.number().int(),
  cost: z.number().nullable(),
});
export type Usage = z.infer<typeof Usage>;

/** A question of the card that a QuestioningSession shows. `suggested` is what the agent would take if left to decide. */
export const Question = z.object({
  id: z.string().min(1).max(40),
  text: z.string().min(1).max(500),
  kind: z.enum(["text", "one", "several"]),
  options: z.array(z.string().min(1).max(200)).max(12).default([]),
  suggested: z.array(z.string().max(500)).max(12).default([]),
});
export type Question = z.infer<typeof Question>;
export const QUESTIONS_MAX = 5;

/** By question id; null leaves the decision to the agent. One text, or the chosen options. */
export const Answers = z.record(z.string().max(40), z.union([z.string().max(2000), z.array(z.string().max(200)).max(12)]).nullable());
export type Answers = z.infer<typeof Answers>;

/** What a plan will take, by experience: tokens, and USD where the model's price is known. */
export const Estimate = z.object({ inputTokens: z.number().int(), outputTokens: z.number().int(), cost: z.number().nullable() });
export type Estimate = z.infer<typeof Estimate>;

/** The budget that the next call would have passed; amounts in USD. */
export const BudgetReached = z.object({
  scope: z.enum(["job", "organization"]),
  limit: z.number(),
  spent: z.number(),
  needed: z.number(),
});
export type BudgetReached = z.infer<typeof BudgetReached>;

/** How a message that comes while a job works is delivered: to that job's next model turn, or as a job of its own afterwards. */
export const Delivery = z.enum(["steer", "queue"]);
export type Delivery = z.infer<typeof Delivery>;

export const RepairKind = z.enum([
  "missing_import",
  "wrong_import",
  "import_path",
  "import_type",
  "unused_import",
  "misspelling",
  "missing_await",
  "missing_key",
  "missing_dependency",
  "schema_name",
  "syntax",
]);
export type RepairKind = z.infer<typeof RepairKind>;
/** One thing that was put right without a model: where it stood before, and what the finding said. */
export const Repair = z.object({ kind: RepairKind, file: z.string(), line: z.number().int(), message: z.string() });
export type Repair = z.infer<typeof Repair>;

/** What is left standing after a job ended early: the version that is live, and the files kept as a draft. */
export const KeptWork = z.object({ liveVersion: z.number().int().nullable(), draftFiles: z.array(z.string()) });
export type KeptWork = z.infer<typeof KeptWork>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, data: S) => z.object({ type: z.literal(type), data: z.object(data) });

export const NewEvent = z.discriminatedUnion("type", [
  event("message.user", { messageId: z.string(), text: z.string(), author: z.object({ id: z.string(), name: z.string() }) }),
  event("message.delta", { messageId: z.string(), text: z.string() }),
  /** The whole text; replaces the deltas with the same messageId. */
  event("message.assistant", { messageId: z.string(), text: z.string() }),
  /** A message that waits was changed by a person. */
  event("message.edited", { messageId: z.string(), text: z.string() }),
  /** A waiting message was taken into the running job `into`; its own job ends with this event. */
  event("message.steered", { messageId: z.string(), into: z.string() }),
  /** The jobs that wait, in their order. */
  event("queue.changed", { waiting: z.array(z.object({ jobId: z.string(), deliver: Delivery })) }),
  /** The job waits for the answers. `messageId` names the card. */
  event("question.asked", { messageId: z.string(), text: z.string(), questions: z.array(Question) }),
  event("question.answered", { messageId: z.string(), answers: Answers }),
  /** With `approval` the job waits until a person approves. */
  event("plan.proposed", { steps: z.array(PlanStep), estimate: Estimate.nullable(), approval: z.boolean() }),
  /** The plan as a person let it stand. */
  event("plan.approved", { steps: z.array(PlanStep) }),
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
  event("fix.repaired", { repairs: z.array(Repair), left: z.number().int(), ms: z.number() }),
  event("model.fallback", { from: z.string(), to: z.string(), error: Failure }),
  /** The job waits for a person's leave to go on. */
  event("budget.reached", { reached: BudgetReached }),
  event("budget.raised", { scope: BudgetReached.shape.scope }),
  /** The job waits for a person to agree to what the app's rows would lose. */
  event("data.asked", { plan: DataPlan }),
  event("data.answered", { agreed: z.boolean() }),
  event("build.version", { version: z.number().int(), parent: z.number().int().nullable(), files: z.number().int(), merged: z.boolean() }),
  event("preview.ready", { label: z.string(), version: z.number().int().nullable() }),
  /** Whoever made it: the agent, a person, a rollback. */
  event("version.live", { version: z.number().int() }),
  event("preview.error", { label: z.string(), error: RuntimeError, count: z.number().int(), by: Reporter.default("editor") }),
  event("usage", { usage: Usage }),
  event("job.queued", { messageId: z.string(), deliver: Delivery }),
  /** The job is so manieth of all that wait for a place to work; 0: it has one. Replaces what was said before. */
  event("job.placed", { place: z.number().int().min(0) }),
  event("job.status", { status: JobStatus }),
  event("job.done", { summary: z.string(), version: z.number().int().nullable(), ms: z.number() }),
  event("job.failed", { error: Failure, findings: z.array(Finding), kept: KeptWork }),
  event("job.cancelled", { kept: KeptWork }),
]);
export type NewEvent = z.infer<typeof NewEvent>;

/** An event in the log. `seq` grows by one from 1 within a session, with gaps only where deltas were compacted; `at` is ms since 1970. */
export type StreamEvent = NewEvent & { seq: number; at: number; jobId: string | null };
export const StreamEvent: z.ZodType<StreamEvent> = z.intersection(
  NewEvent,
  z.object({ seq: z.number().int().min(1), at: z.number(), jobId: z.string().nullable() }),
) as z.ZodType<StreamEvent>;

/** One WebSocket frame or one SSE `data:` line. `caughtUp` says the replay is over and what follows is live; `ended`, the last of an event stream, what a socket's close code says. */
export const StreamFrame = z.union([
  z.object({ kind: z.literal("event"), event: StreamEvent }),
  z.object({ kind: z.literal("caughtUp"), seq: z.number().int() }),
  z.object({ kind: z.literal("ended"), why: AccessEnd }),
]);
export type StreamFrame = z.infer<typeof StreamFrame>;
