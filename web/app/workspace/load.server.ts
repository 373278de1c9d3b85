/** Everything the workspace needs for its first render: the project, its conversation as far as it has come, and its versions. */
import type { EventPage, ModelSettings, Project, Version, VersionPage } from "@edgewright/contracts";
import { type LoadArgs, load, tryLoad } from "../api/load.server.ts";
import { reduceAll } from "./stream/reduce.ts";
import { emptySession, type SessionState } from "./stream/state.ts";

const MOST_PAGES = 200;

export async function loadWorkspace(args: LoadArgs, ref: string) {
  const path = `/api/projects/${encodeURIComponent(ref)}`;
  const project = await load<Project>(args, path);
  const [models, session, versions] = await Promise.all([
    // Of the project's organization, which need not be the one that the person works in now.
    tryLoad<ModelSettings>(args, `/api/orgs/${project.organization.id}/models`),
    project.sessionId === null ? emptySession : loadSession(args, project.sessionId),
    tryLoad<VersionPage>(args, `/api/projects/${project.id}/versions`),
  ]);
  return {
    project,
    models: models.ok ? models.value : null,
    session,
    versions: versions.ok ? versions.value : { items: [] as Version[], cursor: null },
    versionsFailure: versions.ok ? null : versions.failure,
  };
}

export type WorkspaceData = Awaited<ReturnType<typeof loadWorkspace>>;

/** Page after page of the log, so that the page sent is the one of a window that was never closed. */
async function loadSession(args: LoadArgs, sessionId: string): Promise<SessionState> {
  let state = emptySession;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { events, seq } = await load<EventPage>(args, `/api/sessions/${sessionId}/events?after=${state.seq}`);
    const before = state.seq;
    state = reduceAll(state, events);
    if (events.length === 0 || state.seq >= seq || state.seq === before) return state;
  }
  return state;
}
