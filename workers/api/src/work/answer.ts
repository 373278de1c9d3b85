/** What a person answers to a waiting job, kept and told to its stream. Told again after a crash, it changes nothing more. */
import { can } from "@edgewright/accounts";
import { type AuditAction, type AuditEntry, auditEntry } from "@edgewright/audit";
import { answersText, type JobRecord, parseAnswers, type QuestioningRecord } from "@edgewright/chat";
import type { AnswerJob, Answers, AwaitKind, Json, NewEvent, Outcome } from "@edgewright/contracts";
import { fail, newId, ok } from "@edgewright/core";
import type { Caller } from "../http/caller.ts";
import type { Services } from "../services.ts";

type Waiting = { organizationId: string; job: JobRecord };
type Given<K extends AwaitKind> = Extract<AnswerJob, { kind: K }>;

export async function answer(services: Services, caller: Caller, waiting: Waiting, given: AnswerJob): Promise<Outcome<void>> {
  switch (given.kind) {
    case "questions":
      return answerQuestions(services, caller, waiting, given);
    case "plan":
      return approvePlan(services, caller, waiting, given);
    case "budget":
      return raiseBudget(services, caller, waiting, given);
  }
}

async function answerQuestions(services: Services, caller: Caller, waiting: Waiting, given: Given<"questions">): Promise<Outcome<void>> {
  const asked = await services.questionings.ofJob(waiting.job.id);
  if (!asked) return notWaiting();
  const answers = parseAnswers(asked.questions, given.answers);
  if (!answers.ok) return answers;
  const settled = asked.answers ?? (await keepAnswers(services, caller, waiting, asked, answers.value));
  const messageId = `msg_${waiting.job.id.slice(4)}_ask`;
  return tell(services, waiting, "questions", settled, [{ type: "question.answered", data: { messageId, answers: settled } }]);
}

async function keepAnswers(
  services: Services,
  caller: Caller,
  { organizationId, job }: Waiting,
  asked: QuestioningRecord,
  answers: Answers,
): Promise<Answers> {
  const now = services.clock.now();
  const text = answersText(asked.questions, answers);
  const message = {
    id: newId("msg"),
    sessionId: job.sessionId,
    role: "user" as const,
    text,
    authorId: caller.user.id,
    jobId: job.id,
    createdAt: now,
  };
  const audit = entry(services, caller, { organizationId, job }, "questions.answered", asked.id, { jobId: job.id });
  await services.questionings.answer(asked.id, { answers, brief: text, answeredAt: now }, message, audit);
  return answers;
}

async function approvePlan(services: Services, caller: Caller, waiting: Waiting, { steps }: Given<"plan">): Promise<Outcome<void>> {
  if (new Set(steps.map(({ id }) => id)).size < steps.length)
    return fail("bad_request", "Two steps have the same id.", { next: "Reload the page and try again.", fields: { steps: "same id" } });
  const told = await tell(services, waiting, "plan", { steps }, [{ type: "plan.approved", data: { steps } }]);
  if (told.ok) await services.audit.record(entry(services, caller, waiting, "plan.approved", waiting.job.id, { steps: steps.length }));
  return told;
}

/** An organization's month is for its administrators to extend; a job's own budget for whoever may answer. */
async function raiseBudget(services: Services, caller: Caller, waiting: Waiting, { scope }: Given<"budget">): Promise<Outcome<void>> {
  const { organizationId, job } = waiting;
  if (scope === "organization" && !can(caller.actor, "budget.raise", { organizationId }))
    return fail("forbidden", "Only an administrator may let the organization spend more this month.", {
      next: "Ask an administrator of the organization.",
    });
  // Raised first, or the job would come back to the same limit.
  if (scope === "organization") {
    if (job.status !== "waiting") return notWaiting();
    const audit = entry(services, caller, waiting, "budget.raised", job.id, { scope });
    await services.meter.raiseMonth(organizationId, { id: caller.user.id }, audit);
  }
  const told = await tell(services, waiting, "budget", { scope }, [{ type: "budget.raised", data: { scope } }]);
  if (told.ok && scope === "job") await services.audit.record(entry(services, caller, waiting, "budget.raised", job.id, { scope }));
  return told;
}

const notWaiting = () => fail("conflict", "This job does not wait for an answer any more.", { next: "Look at what it is doing now." });

async function tell(services: Services, { job }: Waiting, kind: AwaitKind, result: Json, events: NewEvent[]): Promise<Outcome<void>> {
  const told = await services.stream(job.sessionId).answer({ jobId: job.id, kind, result, events });
  return told === "resumed" ? ok(undefined) : notWaiting();
}

const entry = (
  services: Services,
  caller: Caller,
  { organizationId, job }: Waiting,
  action: AuditAction,
  subject: string,
  detail: AuditEntry["detail"],
) => auditEntry(services.clock, caller.origin, { scope: organizationId, projectId: job.projectId, action, subject, detail });
