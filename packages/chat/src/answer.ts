/** What a person answers to a waiting job, kept and told to its stream. Told again after a crash, it changes nothing more. */
import { type Actor, can } from "@edgewright/accounts";
import { type AuditAction, type AuditEntry, type AuditLog, auditEntry, type Origin } from "@edgewright/audit";
import type { AnswerJob, Answers, AwaitKind, Json, NewEvent, Outcome, SessionStreamRpc } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import type { JobRecord, QuestioningRecord, QuestioningRecords } from "./ports.ts";
import { answersText, parseAnswers } from "./questioning.ts";

export type AnswerDeps = {
  questionings: Pick<QuestioningRecords, "ofJob" | "answer">;
  /** Lets the organization's month go on for as much again. */
  meter: { raiseMonth(organizationId: string, by: { id: string }, audit: AuditEntry): Promise<void> };
  stream(sessionId: string): Pick<SessionStreamRpc, "answer">;
  audit: AuditLog;
  clock: Clock;
};
type By = { user: { id: string }; actor: Actor; origin: Origin };
type Waiting = { organizationId: string; job: JobRecord };
type Given<K extends AwaitKind> = Extract<AnswerJob, { kind: K }>;

export async function answer(deps: AnswerDeps, by: By, waiting: Waiting, given: AnswerJob): Promise<Outcome<void>> {
  switch (given.kind) {
    case "questions":
      return answerQuestions(deps, by, waiting, given);
    case "plan":
      return approvePlan(deps, by, waiting, given);
    case "budget":
      return raiseBudget(deps, by, waiting, given);
  }
}

async function answerQuestions(deps: AnswerDeps, by: By, waiting: Waiting, given: Given<"questions">): Promise<Outcome<void>> {
  const asked = await deps.questionings.ofJob(waiting.job.id);
  if (!asked) return notWaiting();
  const answers = parseAnswers(asked.questions, given.answers);
  if (!answers.ok) return answers;
  const settled = asked.answers ?? (await keepAnswers(deps, by, waiting, asked, answers.value));
  const messageId = `msg_${waiting.job.id.slice(4)}_ask`;
  return tell(deps, waiting, "questions", settled, [{ type: "question.answered", data: { messageId, answers: settled } }]);
}

async function keepAnswers(
  deps: AnswerDeps,
  by: By,
  { organizationId, job }: Waiting,
  asked: QuestioningRecord,
  answers: Answers,
): Promise<Answers> {
  const now = deps.clock.now();
  const text = answersText(asked.questions, answers);
  const message = {
    id: newId("msg"),
    sessionId: job.sessionId,
    role: "user" as const,
    text,
    authorId: by.user.id,
    jobId: job.id,
    createdAt: now,
  };
  const audit = entry(deps, by, { organizationId, job }, "questions.answered", asked.id, { jobId: job.id });
  await deps.questionings.answer(asked.id, { answers, brief: text, answeredAt: now }, message, audit);
  return answers;
}

async function approvePlan(deps: AnswerDeps, by: By, waiting: Waiting, { steps }: Given<"plan">): Promise<Outcome<void>> {
  if (new Set(steps.map(({ id }) => id)).size < steps.length)
    return fail("bad_request", "Two steps have the same id.", { next: "Reload the page and try again.", fields: { steps: "same id" } });
  const told = await tell(deps, waiting, "plan", { steps }, [{ type: "plan.approved", data: { steps } }]);
  if (told.ok) await deps.audit.record(entry(deps, by, waiting, "plan.approved", waiting.job.id, { steps: steps.length }));
  return told;
}

/** An organization's month is for its administrators to extend; a job's own budget for whoever may answer. */
async function raiseBudget(deps: AnswerDeps, by: By, waiting: Waiting, { scope }: Given<"budget">): Promise<Outcome<void>> {
  const { organizationId, job } = waiting;
  if (scope === "organization" && !can(by.actor, "budget.raise", { organizationId }))
    return fail("forbidden", "Only an administrator may let the organization spend more this month.", {
      next: "Ask an administrator of the organization.",
    });
  // Raised first, or the job would come back to the same limit.
  if (scope === "organization") {
    if (job.status !== "waiting") return notWaiting();
    const audit = entry(deps, by, waiting, "budget.raised", job.id, { scope });
    await deps.meter.raiseMonth(organizationId, { id: by.user.id }, audit);
  }
  const told = await tell(deps, waiting, "budget", { scope }, [{ type: "budget.raised", data: { scope } }]);
  if (told.ok && scope === "job") await deps.audit.record(entry(deps, by, waiting, "budget.raised", job.id, { scope }));
  return told;
}

const notWaiting = () => fail("conflict", "This job does not wait for an answer any more.", { next: "Look at what it is doing now." });

async function tell(deps: AnswerDeps, { job }: Waiting, kind: AwaitKind, result: Json, events: NewEvent[]): Promise<Outcome<void>> {
  const told = await deps.stream(job.sessionId).answer({ jobId: job.id, kind, result, events });
  return told === "resumed" ? ok(undefined) : notWaiting();
}

const entry = (
  deps: AnswerDeps,
  by: By,
  { organizationId, job }: Waiting,
  action: AuditAction,
  subject: string,
  detail: AuditEntry["detail"],
) => auditEntry(deps.clock, by.origin, { scope: organizationId, projectId: job.projectId, action, subject, detail });
