/** What a session's events amount to: the state the workspace draws. Plain JSON, so that the server can hand it to the browser. */
import type {
  Answers,
  BudgetReached,
  DataPlan,
  Delivery,
  Estimate,
  Failure,
  Finding,
  JobStatus,
  KeptWork,
  PlanStep,
  Question,
  Repair,
  Reporter,
  RuntimeError,
  Usage,
} from "@edgewright/contracts";

export type Message = {
  id: string;
  role: "user" | "assistant";
  text: string;
  author: string | null;
  at: number;
  /** The job it belongs to: the one it asked for, the one that said it, or the one it was taken into to steer it. */
  jobId: string | null;
  /** More text is on its way. */
  streaming: boolean;
  /** The agent's questions, and what they were answered with, once they were. */
  asked: { questions: Question[]; answers: Answers | null } | null;
};

export type StepState = "pending" | "active" | "done" | "skipped";
export type PlannedStep = PlanStep & { state: StepState };

/** `new`: it has never been whole in this job. `writing`: the lines so far of what is being written now, or null. */
export type FileWork = {
  path: string;
  state: "new" | "written" | "deleted" | "refused";
  writing: number | null;
  lines: number;
  added: number;
  removed: number;
  error: Failure | null;
};

export type CheckKind = "types" | "boot";
export type Check = { kind: CheckKind; state: "running" | "passed" | "failed"; ms: number; startedAt: number; findings: Finding[] };

export type JobEnd =
  | { kind: "done"; summary: string; version: number | null; ms: number }
  | { kind: "failed"; error: Failure; findings: Finding[]; kept: KeptWork }
  | { kind: "cancelled"; kept: KeptWork };

/** What a job last asked a person for. */
export type AwaitedInput =
  | { kind: "questions"; messageId: string }
  | { kind: "plan" }
  | { kind: "budget"; reached: BudgetReached }
  | { kind: "data"; plan: DataPlan };

export type Fallback = { from: string; to: string; error: Failure };

/** One job's living card. */
export type JobCard = {
  id: string;
  messageId: string;
  status: JobStatus;
  /** While it waits for its turn. */
  deliver: Delivery;
  asking: AwaitedInput | null;
  /** So manieth of all that wait to work; 0: it does not wait for others. */
  place: number;
  queuedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  plan: PlannedStep[];
  estimate: Estimate | null;
  files: FileWork[];
  checks: Check[];
  fix: { round: number; of: number; findings: number } | null;
  /** Made without a model, over all of the job. */
  repairs: Repair[];
  fallbacks: Fallback[];
  usage: Usage | null;
  version: { number: number; parent: number | null; files: number; merged: boolean } | null;
  end: JobEnd | null;
};

/** What stands in the chat, in its order. */
export type TimelineItem = { kind: "message"; id: string } | { kind: "job"; id: string };

/** `channel`: which preview host it happened on. `by`: before whom; of several, whoever is trusted most. */
export type PreviewProblem = { key: string; channel: string; error: RuntimeError; count: number; at: number; by: Reporter };

export type SessionState = {
  /** The last event taken into account. */
  seq: number;
  timeline: TimelineItem[];
  messages: Record<string, Message>;
  jobs: Record<string, JobCard>;
  /** Jobs that have not ended, in the order of their turns. The first one is at work, the others wait with their messages. */
  open: string[];
  preview: { label: string | null; version: number | null };
  /** The newest version that has become live since the session began. */
  live: number | null;
  problems: PreviewProblem[];
};

export const emptySession: SessionState = {
  seq: 0,
  timeline: [],
  messages: {},
  jobs: {},
  open: [],
  preview: { label: null, version: null },
  live: null,
  problems: [],
};

/** The job at work, or the one that starts next. */
export const activeJob = (state: SessionState): JobCard | null => {
  const [first] = state.open;
  return first === undefined ? null : (state.jobs[first] ?? null);
};

/** What the job waits for: nothing goes on until a person has answered. */
export const awaited = (card: JobCard | null): AwaitedInput | null => (card?.status === "waiting" ? card.asking : null);

/** Messages that wait for their turn, with the job each of them becomes. */
export const waitingMessages = (state: SessionState): { job: JobCard; message: Message }[] =>
  state.open.slice(1).flatMap((id) => {
    const job = state.jobs[id];
    const message = job && state.messages[job.messageId];
    return job && message ? [{ job, message }] : [];
  });
