/** Everything the workspace needs for its first render: the project, its conversation as far as it has come, and its versions. */
import type { EventPage } from "@edgewright/contracts";
import { type LoadArgs, load, orThrow, startOf } from "../api/load.server.ts";
import { reduceAll } from "./stream/reduce.ts";
import { emptySession, type SessionState } from "./stream/state.ts";

const MOST_PAGES = 200;

export async function loadWorkspace(args: LoadArgs, ref: string) {
  const { project, versions, events, models } = orThrow(args, await startOf(args, ref));
  const session = project.sessionId === null || !events ? emptySession : await wholeSession(args, project.sessionId, events);
  return { project, versions, models, session };
}

export type WorkspaceData = Awaited<ReturnType<typeof loadWorkspace>>;

/** Page after page of the log, so that the page sent is the one of a window that was never closed. */
async function wholeSession(args: LoadArgs, sessionId: string, first: EventPage): Promise<SessionState> {
  let state = emptySession;
  let page = first;
  for (let count = 1; ; count++) {
    const before = state.seq;
    state = reduceAll(state, page.events);
    if (page.events.length === 0 || state.seq >= page.seq || state.seq === before || count === MOST_PAGES) return state;
    page = await load<EventPage>(args, `/api/sessions/${sessionId}/events?after=${state.seq}`);
  }
}
