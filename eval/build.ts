/** One turn of a conversation with the platform: sends the prompt, answers what is asked, waits for the end and adds up what it took. */
import type { Answers, Question, StreamEvent } from "@edgewright/contracts";
import { answer, createProject, follow, type Person, send } from "../tests/platform/client.ts";
import { pattern } from "./judge/words.ts";
import { outcomeOf, problemOf } from "./outcome.ts";
import type { TurnResult } from "./result.ts";
import type { Turn } from "./task.ts";

const JOB_MS = 20 * 60_000;

/** A project being built: where to send, and the last event that was seen. */
export type Conversation = { person: Person; model: string; projectId: string; sessionId: string; seen: number };
/** `problem`: why there is no app to judge. */
export type BuildOutcome = { result: TurnResult; problem: string | null };

export async function startConversation(person: Person, model: string, prompt: string): Promise<{ talk: Conversation; jobId: string }> {
  const { project, sessionId, jobId } = await createProject(person, prompt, model);
  if (sessionId === null || jobId === null) throw new Error("The project was made without a job");
  return { talk: { person, model, projectId: project.id, sessionId, seen: 0 }, jobId };
}

export async function goOn(talk: Conversation, text: string): Promise<string> {
  return (await send(talk.person, talk.sessionId, text, talk.model)).jobId;
}

/** Until the job of this turn has ended, or waits for what nobody here will give. */
export async function finishTurn(talk: Conversation, jobId: string, turn: Turn, signal: AbortSignal): Promise<BuildOutcome> {
  const started = performance.now();
  const events: StreamEvent[] = [];
  for await (const event of eventsOf(talk, signal)) {
    if (event.jobId !== jobId) continue;
    events.push(event);
    if (event.type === "question.asked") await answerQuestions(talk, jobId, event.data.questions, turn.answers);
    if (event.type === "data.asked" && turn.loses) {
      await answer(talk.person, talk.sessionId, { kind: "data", jobId, accepts: event.data.plan.steps.map(({ key }) => key) });
      continue;
    }
    if (ENDINGS.has(event.type)) break;
  }
  return {
    result: { prompt: turn.prompt, seconds: (performance.now() - started) / 1000, ...outcomeOf(events) },
    problem: problemOf(events),
  };
}

const ENDINGS: ReadonlySet<string> = new Set(["job.done", "job.failed", "job.cancelled", "budget.reached", "data.asked"]);

/** The session's stream from where it was left, again where its connection is lost. */
async function* eventsOf(talk: Conversation, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(JOB_MS)]);
  for (;;) {
    for await (const event of follow(talk.person, talk.sessionId, talk.seen, until)) {
      talk.seen = event.seq;
      yield event;
    }
  }
}

/** As the task says; what it says nothing of is left to the agent. */
async function answerQuestions(talk: Conversation, jobId: string, questions: Question[], known: Turn["answers"]): Promise<void> {
  const answers: Answers = {};
  for (const { id, text, kind } of questions) {
    const said = Object.entries(known).find(([words]) => pattern(words).test(text))?.[1];
    answers[id] = said === undefined ? null : kind === "several" ? [said] : said;
  }
  await answer(talk.person, talk.sessionId, { kind: "questions", jobId, answers });
}
