/** How calls of models are paid for, within budgets. Implemented in packages/db, used by the agent. */
import type { AuditEntry } from "@edgewright/audit";
import type { AnswerEntry } from "@edgewright/chat";
import type { BudgetReached, Usage } from "@edgewright/contracts";
import type { ModelInfo, TokenCount } from "./registry/index.ts";

/** One request to a model. `id` is the same when the same request is made again after a consumer died. */
export type ModelCall = {
  id: string;
  organizationId: string;
  projectId: string;
  jobId: string;
  memberId: string;
  model: ModelInfo;
  /** The project's limit of a job in USD; null: the organization's holds. */
  jobBudget: number | null;
  /** How often a person let this job go on for as much again. */
  raised: number;
  /** An estimate that is not too low. */
  inputTokens: number;
};

export type Reservation =
  /** The answer may have so many tokens. */
  { ok: true; outputTokens: number } | { ok: false; reached: BudgetReached };

export interface Meter {
  /** Sets aside what the call may cost at most, so that calls side by side cannot pass a budget together. */
  reserve(call: ModelCall): Promise<Reservation>;
  /** What the call came to. `cost` is the provider's own figure in USD, where it gave one. Idempotent by id. */
  settle(callId: string, spent: TokenCount & { cost: number | null }): Promise<void>;
  /** The calls of a job so far, those set aside too. */
  ofJob(jobId: string): Promise<Usage | null>;
  /** A job that failed by the platform's fault: its calls stay on record and are not charged. */
  forgive(jobId: string): Promise<void>;
  /** A person lets the organization's month go on for as much again. */
  /** With the answer that lets the job go on. "pending": that answer is already on its way to the job, and the month was raised with it. */
  raiseMonth(organizationId: string, by: { id: string }, audit: AuditEntry, answer: AnswerEntry): Promise<"raised" | "pending">;
}
