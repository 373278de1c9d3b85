/** Which host the preview shows, from the job at work, the version looked at and what is live. */
import { channelOf } from "../stream/reduce-preview.ts";
import { activeJob, type SessionState } from "../stream/state.ts";

/** `current`, `draft` or `v3`; null while there is nothing to show. */
export function shownChannel(session: SessionState, version: number | null, live: number | null): string | null {
  if (version !== null) return `v${version}`;
  const job = activeJob(session);
  const label = session.preview.label;
  if (job?.startedAt && label !== null && channelOf(label) === "draft") return "draft";
  return live === null ? null : "current";
}
