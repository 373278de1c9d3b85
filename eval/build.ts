/** One turn of a conversation with the platform: sends the prompt, answers what is asked, waits for the end and adds up what it took. */
import type { StreamEvent } from "@edgewright/contracts";
import { createProject, follow, type Person, send } from "../tests/client.ts";
import { pattern } from "./judge/words.ts";
import { outcomeOf, problemOf } from "./outcome.ts";
import type { TurnResult } from "./result.ts";
import type { Turn } from "./task.ts";

const ANSWERS_MAX = 5;
const JOB_MS = 20 * 60_000;
const YOU_DECIDE = "You decide.";

/** A project being built: where to send, and the last event that was seen. */
export type Conversation = { person: Person; model: string; projectId: string; sessionId: string; seen: number };
/** `problem`: why there is no app to judge. */
export type Built = { result: TurnResult; problem: string | null };

export async function startConversation(person: Person, model: string, prompt: string): Promise<{ talk: Conversation; jobId: string }> {
  const { project, sessionId, jobId } = await createProject(person, prompt, model);
  if (sessionId === null || jobId === null) throw new Error("The project was made without a job");
  return { talk: { person, model, projectId: project.id, sessionId, seen: 0 }, jobId };
}

export async function goOn(talk: Conversation, text: string): Promise<string> {
  return (await send(talk.person, talk.sessionId, text, talk.model)).jobId;
}

/** Until the job of this turn, and those of its answers, have ended. */
export async function finishTurn(talk: Conversation, firstJob: string, turn: Turn, signal: AbortSignal): Promise<Built> {
  const started = performance.now();
  const jobs: StreamEvent[][] = [];
  let questions = 0;
  for (let jobId = firstJob; ; ) {
    const events = await eventsOfJob(talk, jobId, signal);
    jobs.push(events);
    const asked = events.findLast((event) => event.type === "question.asked");
    if (asked?.type !== "question.asked" || questions === ANSWERS_MAX) break;
    questions++;
    jobId = await goOn(talk, answerTo(asked.data.text, turn.answers));
  }
  const seconds = (performance.now() - started) / 1000;
  return { result: { prompt: turn.prompt, seconds, questions, ...outcomeOf(jobs) }, problem: problemOf(jobs.at(-1) ?? []) };
}

function answerTo(question: string, answers: Turn["answers"]): string {
  const known = Object.entries(answers).find(([words]) => pattern(words).test(question));
  return known?.[1] ?? YOU_DECIDE;
}

const ENDINGS: ReadonlySet<string> = new Set(["job.done", "job.failed", "job.cancelled"]);

/** Follows the stream, again where its connection is lost. */
async function eventsOfJob(talk: Conversation, jobId: string, signal: AbortSignal): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  const late = AbortSignal.timeout(JOB_MS);
  for (;;) {
    for await (const event of follow(talk.person, talk.sessionId, talk.seen, AbortSignal.any([signal, late]))) {
      talk.seen = event.seq;
      if (event.jobId !== jobId) continue;
      events.push(event);
      if (ENDINGS.has(event.type)) return events;
    }
  }
}
