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
  if (event.seq <= state.seq) return state;
  let next: SessionState = { ...state, seq: event.seq };
  for (const part of [reduceQueue, reduceMessage, reduceJob, reducePreview]) next = part(next, event);
  return next;
}

export const reduceAll = (state: SessionState, events: readonly StreamEvent[]): SessionState => events.reduce(reduce, state);
