/** What a turn's job came to, read from its events. Used by build.ts. */
import type { StreamEvent } from "@edgewright/contracts";
import { NOTHING, type TokenSpend, type TurnResult } from "./result.ts";

export type TurnOutcome = TokenSpend & Pick<TurnResult, "rounds" | "fixRounds" | "questions" | "reply" | "version">;

export function outcomeOf(events: StreamEvent[]): TurnOutcome {
  const version = events.findLast((event) => event.type === "build.version");
  const ended = events.at(-1)?.type === "job.done";
  return {
    ...spentBy(events),
    fixRounds: events.filter(({ type }) => type === "fix.started").length,
    questions: events.filter(({ type }) => type === "question.asked").length,
    reply: replyOf(events),
    version: version?.type === "build.version" && ended ? version.data.version : null,
  };
}

/** A job says again after each turn of its model what it has used so far. */
function spentBy(events: StreamEvent[]): TokenSpend & { rounds: number } {
  const last = events.findLast((event) => event.type === "usage");
  if (last?.type !== "usage") return { ...NOTHING, rounds: 0 };
  const { calls, inputTokens, cachedTokens, outputTokens, cost } = last.data.usage;
  return { rounds: calls, inputTokens, cachedTokens, outputTokens, cost };
}

/** All it said in words, its summary last. */
const replyOf = (events: StreamEvent[]): string =>
  events
    .map((event) => {
      if (event.type === "message.assistant" || event.type === "question.asked") return event.data.text;
      return event.type === "job.done" ? event.data.summary : "";
    })
    .filter((text) => text.trim() !== "")
    .join("\n");

/** Why the job left nothing to judge, or null. */
export function problemOf(events: StreamEvent[]): string | null {
  const end = events.at(-1);
  switch (end?.type) {
    case "job.done":
      return null;
    case "job.failed":
      return `The job failed: ${end.data.error.code}: ${end.data.error.message}`;
    case "data.asked":
      return `The job waits to lose what rows hold: ${end.data.plan.steps.map(({ says }) => says).join(" ")}`;
    case "budget.reached":
      return `The job waits at its budget of $${end.data.reached.limit}.`;
    default:
      return `The job ended with ${end?.type ?? "nothing"}.`;
  }
}
