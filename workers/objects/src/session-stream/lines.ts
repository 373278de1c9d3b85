/** Lines of the audit log for what people decide in a session. */
import { type AuditAction, type AuditEntry, auditEntry } from "@edgewright/audit";
import type { Acting, AwaitKind, Json } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import type { JobRow } from "./job-queue.ts";

export const amendLine = (clock: Clock, by: Acting, job: JobRow, edited: boolean): AuditEntry =>
  edited
    ? line(clock, by, job, "message.edited", job.message_id, { jobId: job.job_id })
    : line(clock, by, job, "queue.changed", job.session_id, { jobId: job.job_id });

export const stopLine = (clock: Clock, by: Acting, job: JobRow): AuditEntry => line(clock, by, job, "job.cancelled", job.job_id, {});

const ANSWERED = { questions: "questions.answered", plan: "plan.approved", budget: "budget.raised", data: "data.loss_answered" } as const;

export const answerLine = (clock: Clock, by: Acting, job: JobRow, kind: AwaitKind, result: Json): AuditEntry =>
  line(clock, by, job, ANSWERED[kind], job.job_id, kind === "questions" ? {} : factsOf(result));

/** Such as how many steps a plan has, or whose budget it is. */
function factsOf(result: Json): AuditEntry["detail"] {
  if (result === null || typeof result !== "object" || Array.isArray(result)) return {};
  const facts = Object.entries(result).flatMap(([name, value]): [string, string | number][] => {
    if (Array.isArray(value)) return [[name, value.length]];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return Object.fromEntries(facts);
}

function line(
  clock: Clock,
  { organizationId, origin }: Acting,
  job: JobRow,
  action: AuditAction,
  subject: string,
  detail: AuditEntry["detail"],
) {
  return auditEntry(clock, origin, { scope: organizationId, projectId: job.project_id, action, subject, detail });
}
