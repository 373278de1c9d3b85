/**
 * What a person answers to a waiting job. What the database keeps is written there first, with the answer in its outbox, which
 * brings it to the stream whatever dies in between; of the rest the stream itself brings the line to the log.
 */
import { type Actor, can } from "@edgewright/accounts";
import { type AuditEntry, auditEntry, type Origin } from "@edgewright/audit";
import type { AnswerJob, Answers, AwaitKind, Json, NewEvent, Outcome, SessionStreamRpc } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import type { AnswerEntry, JobRecord, OutboxRecords, QuestioningRecord, QuestioningRecords } from "./ports.ts";
import { answersText, parseAnswers } from "./questioning.ts";

export type AnswerDeps = {
  questionings: Pick<QuestioningRecords, "ofJob" | "answer">;
  outbox: Pick<OutboxRecords, "remove">;
  /** Lets the organization's month go on for as much again, and keeps the answer in the outbox. "pending": that was done already. */
  meter: { raiseMonth(organizationId: string, by: { id: string }, audit: AuditEntry, answer: AnswerEntry): Promise<"raised" | "pending"> };
  stream(sessionId: string): Pick<SessionStreamRpc, "answer">;
  clock: Clock;
};
type AnswerAuthor = { user: { id: string }; actor: Actor; origin: Origin };
type AwaitingJob = { organizationId: string; job: JobRecord };
type AnswerOf<K extends AwaitKind> = Extract<AnswerJob, { kind: K }>;

export async function resumeWithAnswer(deps: AnswerDeps, by: AnswerAuthor, waiting: AwaitingJob, given: AnswerJob): Promise<Outcome<void>> {
  switch (given.kind) {
    case "questions":
      return answerQuestions(deps, by, waiting, given);
    case "plan":
      return approvePlan(deps, by, waiting, given);
    case "budget":
      return raiseBudget(deps, by, waiting, given);
    case "data": {
      const { accepts } = given;
      return decide(deps, by, waiting, "data", { accepts }, [{ type: "data.answered", data: { agreed: accepts.length > 0 } }]);
    }
  }
}

async function answerQuestions(
  deps: AnswerDeps,
  by: AnswerAuthor,
  waiting: AwaitingJob,
  given: AnswerOf<"questions">,
): Promise<Outcome<void>> {
  const asked = await deps.questionings.ofJob(waiting.job.id);
  if (!asked) return notWaiting();
  const answers = parseAnswers(asked.questions, given.answers);
  if (!answers.ok) return answers;
  const news = newsOf(deps, waiting, answers.value);
  if (await keepAnswers(deps, by, waiting, asked, answers.value, news)) return told(deps, news);
  const before = await deps.questionings.ofJob(waiting.job.id);
  return before?.answers ? told(deps, newsOf(deps, waiting, before.answers)) : notWaiting();
}

const newsOf = (deps: AnswerDeps, waiting: AwaitingJob, answers: Answers): AnswerEntry => {
  const messageId = `msg_${waiting.job.id.slice(4)}_ask`;
  return entryFor(deps, waiting, "questions", answers, [{ type: "question.answered", data: { messageId, answers } }]);
};

/** False: somebody has answered before. */
async function keepAnswers(
  deps: AnswerDeps,
  by: AnswerAuthor,
  { organizationId, job }: AwaitingJob,
  asked: QuestioningRecord,
  answers: Answers,
  news: AnswerEntry,
): Promise<boolean> {
  const now = deps.clock.now();
  const text = answersText(asked.questions, answers);
  const own = { id: newId("msg"), sessionId: job.sessionId, jobId: job.id, authorId: by.user.id };
  const message = { ...own, role: "user" as const, text, createdAt: now };
  const what = { scope: organizationId, projectId: job.projectId, action: "questions.answered" as const, subject: asked.id };
  const audit = auditEntry(deps.clock, by.origin, { ...what, detail: { jobId: job.id } });
  return (await deps.questionings.answer(asked.id, { answers, brief: text, answeredAt: now }, message, audit, news)) === "written";
}

async function approvePlan(deps: AnswerDeps, by: AnswerAuthor, waiting: AwaitingJob, { steps }: AnswerOf<"plan">): Promise<Outcome<void>> {
  if (new Set(steps.map(({ id }) => id)).size < steps.length)
    return fail("bad_request", "Two steps have the same id.", { next: "Reload the page and try again.", fields: { steps: "same id" } });
  return decide(deps, by, waiting, "plan", { steps }, [{ type: "plan.approved", data: { steps } }]);
}

/** An organization's month is for its administrators to extend; a job's own budget for whoever may answer. */
async function raiseBudget(
  deps: AnswerDeps,
  by: AnswerAuthor,
  waiting: AwaitingJob,
  { scope }: AnswerOf<"budget">,
): Promise<Outcome<void>> {
  const { organizationId, job } = waiting;
  const events: NewEvent[] = [{ type: "budget.raised", data: { scope } }];
  if (scope === "job") return decide(deps, by, waiting, "budget", { scope }, events);
  if (!can(by.actor, "budget.raise", { organizationId }))
    return fail("forbidden", "Only an administrator may let the organization spend more this month.", {
      next: "Ask an administrator of the organization.",
    });
  // Raised first, or the job would come back to the same limit.
  if (job.status !== "waiting") return notWaiting();
  const what = { scope: organizationId, projectId: job.projectId, action: "budget.raised" as const, subject: job.id };
  const audit = auditEntry(deps.clock, by.origin, { ...what, detail: { scope } });
  const news = entryFor(deps, waiting, "budget", { scope }, events);
  await deps.meter.raiseMonth(organizationId, { id: by.user.id }, audit, news);
  return told(deps, news);
}

const notWaiting = () => fail("conflict", "This job does not wait for an answer any more.", { next: "Look at what it is doing now." });

/** Decided in the stream alone. */
async function decide(
  deps: AnswerDeps,
  by: AnswerAuthor,
  { organizationId, job }: AwaitingJob,
  kind: AwaitKind,
  result: Json,
  events: NewEvent[],
): Promise<Outcome<void>> {
  const acting = { organizationId, origin: by.origin };
  return outcomeOf(await deps.stream(job.sessionId).answer({ jobId: job.id, kind, result, events, by: acting }));
}

/** One for a job and a kind: the answer to a job that waits for one is on its way once. */
const entryFor = ({ clock }: AnswerDeps, { job }: AwaitingJob, kind: AwaitKind, result: Json, events: NewEvent[]): AnswerEntry => ({
  id: `out_${job.id.slice(4)}_${kind}`,
  answer: { sessionId: job.sessionId, jobId: job.id, kind, result, events },
  createdAt: clock.now(),
});

/** Tells the stream of an answer that is in the outbox. */
async function told({ stream, outbox }: AnswerDeps, { id, answer: { sessionId, ...given } }: AnswerEntry): Promise<Outcome<void>> {
  const outcome = await stream(sessionId).answer(given);
  await outbox.remove(id);
  return outcomeOf(outcome);
}

const outcomeOf = (outcome: "resumed" | "not_waiting"): Outcome<void> => (outcome === "resumed" ? ok(undefined) : notWaiting());
