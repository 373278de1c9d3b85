/** What the preview shows and what went wrong in it. */
import type { Reporter, StreamEvent } from "@edgewright/contracts";
import type { PreviewProblem, SessionState } from "./state.ts";

const MOST_PROBLEMS = 50;

/** `fleet--draft` → `draft`, `fleet--v3` → `v3`, `fleet` → `current`. */
export const channelOf = (label: string): string => /--(draft|v[1-9]\d*)$/.exec(label)?.[1] ?? "current";

export function reducePreview(state: SessionState, event: StreamEvent): SessionState {
  switch (event.type) {
    case "preview.ready":
      return { ...state, preview: event.data };
    case "preview.error":
      return { ...state, problems: addProblem(state.problems, event) };
    case "build.version":
    case "version.live":
      // New code: what was wrong with the old one is past.
      return { ...state, live: Math.max(state.live ?? 0, event.data.version), problems: without(state.problems, "current") };
    case "file.written":
    case "file.deleted":
    case "job.done":
    case "job.failed":
    case "job.cancelled":
      return { ...state, problems: without(state.problems, "draft") };
    default:
      return state;
  }
}

function addProblem(problems: PreviewProblem[], event: Extract<StreamEvent, { type: "preview.error" }>): PreviewProblem[] {
  const { label, error, count, by } = event.data;
  const channel = channelOf(label);
  const key = [channel, error.source, error.message, error.file, error.line].join("\n");
  const index = problems.findIndex((known) => known.key === key);
  const problem = { key, channel, error, count, at: event.at, by: mostTrusted(by, problems[index]?.by) };
  return index >= 0 ? problems.with(index, problem) : [...problems, problem].slice(-MOST_PROBLEMS);
}

const BY_TRUST: readonly Reporter[] = ["editor", "viewer", "visitor"];

const mostTrusted = (one: Reporter, other: Reporter = one): Reporter => (BY_TRUST.indexOf(one) <= BY_TRUST.indexOf(other) ? one : other);

const without = (problems: PreviewProblem[], channel: string): PreviewProblem[] =>
  problems.some((problem) => problem.channel === channel) ? problems.filter((problem) => problem.channel !== channel) : problems;
