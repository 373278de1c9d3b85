/**
 * The one reducer from a session's events to the page. Pure, and indifferent to how the
 * events arrive: in pages, live, all at once, or again after a reconnect. Used by the
 * loader on the server and by the stream in the browser.
 */
import type { StreamEvent } from "@edgewright/contracts";
import { reduceJob } from "./reduce-job.ts";
import { reduceMessage } from "./reduce-message.ts";
import { reducePreview } from "./reduce-preview.ts";
import { reduceQueue } from "./reduce-queue.ts";
import type { SessionState } from "./state.ts";

export function reduce(state: SessionState, event: StreamEvent): SessionState {
  // Seen already: a replay overlaps what the page knows.
  return event.seq <= state.seq ? state : { ...take(state, event), seq: event.seq };
}

/** The event's effect, wherever in the log it stands. */
export const take = (state: SessionState, event: StreamEvent): SessionState =>
  [reduceQueue, reduceMessage, reduceJob, reducePreview].reduce((before, part) => part(before, event), state);

export const reduceAll = (state: SessionState, events: readonly StreamEvent[]): SessionState => events.reduce(reduce, state);
