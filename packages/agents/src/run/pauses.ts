/**
 * Where a job waits for a person: for answers, for leave to do a plan, for leave to spend more. The job goes back
 * to its stream with its journal; whatever brings it back, it comes by here again and finds the answer journalled.
 */

import { answersText, withoutAnswer } from "@edgewright/chat";
import { Answers, type AwaitKind, type BudgetReached, type DataPlan, type NewEvent, type Outcome, PlanStep } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { z } from "zod";
import { estimatePlan } from "../prompt/estimate.ts";
import { approvedText, waitingLossText } from "../prompt/instructions.ts";
import { Agreed, type JobRun } from "./job-run.ts";
import type { Ending } from "./job-state.ts";
import { keepMessage } from "./keep-message.ts";
import { takeSteering } from "./steering.ts";

const waiting = fail("waiting", "The job waits for a person.", { next: "Answer it in the conversation." });

/** Gives the job back until `kind` is answered. */
async function pause(run: JobRun, kind: AwaitKind, at: string, ...events: NewEvent[]): Promise<Outcome<never>> {
  await run.deps.jobs.update(run.job.id, { status: "waiting", plan: run.plan, usage: run.usage });
  const paused = await run.lease.pause(`${kind}:${at}`, ...events, { type: "job.status", data: { status: "waiting" } });
  return paused.ok ? waiting : paused;
}

export async function awaitAnswers(
  run: JobRun,
  turn: number,
  { text, questions }: Extract<Ending, { kind: "ask" }>,
): Promise<Outcome<void>> {
  run.asked = true;
  const messageId = `msg_${run.job.id.slice(4)}_ask`;
  const answered = Answers.safeParse(run.done(`questions:${turn}`));
  if (answered.success) {
    run.messages.push({ role: "user", content: answersText(questions, answered.data) });
    return ok(undefined);
  }
  const instead = await takeSteering(run, `questions:${turn}`, true);
  if (!instead.ok) return instead;
  if (instead.value > 0) {
    run.lease.say({ type: "question.answered", data: { messageId, answers: withoutAnswer(questions) } });
    return ok(undefined);
  }
  const { id, sessionId } = run.job;
  const asked = { id: `qst_${id.slice(4)}`, sessionId, jobId: id, questions, answers: null, brief: null, answeredAt: null };
  const line = run.line("questions.asked", asked.id, { jobId: id, questions: questions.length });
  await run.deps.questionings.ask({ ...asked, createdAt: run.deps.clock.now() }, line);
  const spoken = [text, ...questions.map((question) => question.text)].filter((line) => line.trim() !== "").join("\n");
  await keepMessage(run, { id: messageId, role: "assistant", text: spoken });
  return pause(run, "questions", `${turn}`, { type: "question.asked", data: { messageId, text, questions } });
}

const Approved = z.object({ steps: z.array(PlanStep) });

export async function awaitApproval(run: JobRun, turn: number): Promise<Outcome<void>> {
  const approved = Approved.safeParse(run.done(`plan:${turn}`));
  if (approved.success) {
    const { steps } = approved.data;
    const struck = run.plan.filter((step) => !steps.some(({ id }) => id === step.id));
    run.messages.push({ role: "user", content: approvedText(steps, struck) });
    run.plan = steps;
    run.approved = true;
    return ok(undefined);
  }
  // A person who says something instead has not approved: the model hears it and proposes anew.
  const instead = await takeSteering(run, `plan:${turn}`, true);
  if (!instead.ok) return instead;
  if (instead.value > 0) return ok(undefined);
  const estimate = estimatePlan(run, run.plan);
  return pause(run, "plan", `${turn}`, { type: "plan.proposed", data: { steps: run.plan, estimate, approval: true } });
}

/**
 * Waits for a person's yes to what the app's rows would lose, and ends the job at a no. Goes on where they say something
 * instead: the model hears it. A yes is in the journal, where the job finds it whenever it saves.
 */
export async function awaitLoss(run: JobRun, turn: number, plan: DataPlan): Promise<Outcome<void>> {
  // A yes that is not enough was to another plan: there is more to lose by now.
  let time = 0;
  for (; run.done(`data:${turn}.${time}`) !== undefined; time++)
    if (Agreed.parse(run.done(`data:${turn}.${time}`)).accepts.length === 0) return kept;
  const at = `${turn}.${time}`;
  const instead = await takeSteering(run, `data:${at}`, true);
  if (!instead.ok) return instead;
  if (instead.value === 0) return pause(run, "data", at, { type: "data.asked", data: { plan } });
  run.lease.say({ type: "data.answered", data: { agreed: false } });
  run.messages.push({ role: "user", content: waitingLossText(plan) });
  return ok(undefined);
}

const kept = fail("conflict", "The rows keep what they hold, so the new version was not made. The working version stays live.", {
  next: "Say how it should be done instead.",
});

/** Waits until a person allows more than the budget. Returns only so that the call is made again. */
export async function awaitBudget(run: JobRun, turn: number, reached: BudgetReached): Promise<Outcome<never>> {
  const said = await takeSteering(run, `${turn}`, true);
  if (!said.ok) return said;
  return pause(run, "budget", `${turn}.${run.raises.length}`, { type: "budget.reached", data: { reached } });
}
