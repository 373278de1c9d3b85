/** What every part of the workspace shares: the project, its versions, the live session, the place in the address. */
import type { ModelSettings, Project, StreamEvent, Version } from "@edgewright/contracts";
import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from "react";
import type { Go, Place } from "./location.ts";
import type { SessionStore, SessionView } from "./stream/session-store.ts";
import type { SessionState } from "./stream/state.ts";

export type Workspace = {
  project: Project;
  versions: Version[];
  versionsCursor: string | null;
  models: ModelSettings | null;
  store: SessionStore;
  place: Place;
  go: Go;
  /** Loads the project and its versions again. */
  refresh(): void;
  /** A version was made here: known from now on, before the next load. */
  made(version: Version): void;
};

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace is used outside the workspace");
  return workspace;
}

/** A part of the session's state; draws again only when that part has changed. `select` must give back parts, not make new ones. */
export function useSession<T>(select: (session: SessionState) => T): T {
  return useView((view) => select(view.session));
}

export function useView<T>(select: (view: SessionView) => T): T {
  const { store } = useWorkspace();
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Calls back on each event that comes live. */
export function useLiveEvent(listener: (event: StreamEvent) => void): void {
  const { store } = useWorkspace();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => store.onEvent((event) => latest.current(event)), [store]);
}

export const projectPath = (project: Project, rest = "") => `/api/projects/${project.id}${rest}`;
