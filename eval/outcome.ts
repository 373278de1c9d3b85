/** What a turn's jobs came to, read from the events of each. Used by build.ts. */
import type { StreamEvent } from "@edgewright/contracts";
import { NOTHING, type Spent, sum, type TurnResult } from "./result.ts";

export type TurnOutcome = Spent & Pick<TurnResult, "rounds" | "fixRounds" | "reply" | "version">;

export function outcomeOf(jobs: StreamEvent[][]): TurnOutcome {
  const all = jobs.flat();
  const end = all.at(-1);
  const version = all.findLast((event) => event.type === "build.version");
  return {
    ...sum(jobs.map(spentBy)),
    rounds: all.filter(({ type }) => type === "usage").length,
    fixRounds: all.filter(({ type }) => type === "fix.started").length,
    reply: replyOf(all),
    version: version?.type === "build.version" && end?.type === "job.done" ? version.data.version : null,
  };
}

/** A job says again after each turn what it has used so far. */
function spentBy(events: StreamEvent[]): Spent {
  const last = events.findLast((event) => event.type === "usage");
  if (last?.type !== "usage") return NOTHING;
  const { inputTokens, cachedTokens, outputTokens } = last.data.usage;
  const cost = "cost" in last.data.usage && typeof last.data.usage.cost === "number" ? last.data.usage.cost : null;
  return { inputTokens, cachedTokens, outputTokens, cost };
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

/** Why the last job left nothing to judge, or null. */
export function problemOf(events: StreamEvent[]): string | null {
  const end = events.at(-1);
  if (end?.type === "job.failed") return `The job failed: ${end.data.error.code}: ${end.data.error.message}`;
  return end?.type === "job.done" ? null : `The job ended with ${end?.type ?? "nothing"}.`;
}
