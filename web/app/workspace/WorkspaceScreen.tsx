/** The workspace: chat beside the app, its code, its data and its history. Drawn by the project route. */
import type { Version } from "@edgewright/contracts";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { useRevalidator } from "react-router";
import { AppShell } from "../components/AppShell.tsx";
import { WhenOpen } from "../components/WhenOpen.tsx";
import { useShortcut } from "../keyboard/shortcut.ts";
import { useCommands } from "../palette/commands.ts";
import { ProjectRoleContext } from "../permissions/use-why-not.ts";
import { focusComposer } from "./chat/composer-field.ts";
import { EditsContext, useEditsState } from "./code/use-edits.ts";
import { useAskedLoss } from "./data/data-loss.ts";
import { HeaderActions } from "./header/HeaderActions.tsx";
import { LiveStatus } from "./header/LiveStatus.tsx";
import { ProjectMenu } from "./header/ProjectMenu.tsx";
import { useProjectDialog } from "./header/project-dialogs.ts";
import { knownVersions } from "./known-versions.ts";
import { Layout } from "./Layout.tsx";
import { LostAccess } from "./LostAccess.tsx";
import type { WorkspaceData } from "./load.server.ts";
import { usePlace } from "./location.ts";
import { ProblemsContext, useProblemsState } from "./problems/use-problems.ts";
import { SessionStore } from "./stream/session-store.ts";
import { useWorkspaceCommands } from "./use-commands.ts";
import { useLiveEvent, useSession, type Workspace, WorkspaceContext } from "./WorkspaceContext.tsx";

export function WorkspaceScreen({ data }: { data: WorkspaceData }) {
  const { project, versions, models, session } = data;
  const [stores] = useState(() => new Map<string | null, SessionStore>());
  const store = stores.get(project.sessionId) ?? new SessionStore(session);
  stores.set(project.sessionId, store);
  const { revalidate } = useRevalidator();
  const { place, go } = usePlace();
  const edits = useEditsState();
  const [made, setMade] = useState<Version[]>([]);

  useEffect(() => {
    if (project.sessionId === null) return;
    return store.connect(`${location.origin}/api/sessions/${project.sessionId}/stream`, () => void revalidate());
  }, [store, project.sessionId, revalidate]);
  useShortcut("/", focusComposer);

  const workspace = useMemo<Workspace>(
    () => ({
      project,
      versions: knownVersions(versions.items, made),
      versionsCursor: versions.cursor,
      models,
      store,
      place,
      go,
      refresh: () => void revalidate(),
      made: (version) => setMade((before) => [...before, version]),
    }),
    [made, project, versions, models, store, place, go, revalidate],
  );
  return (
    <ProjectRoleContext value={project.role}>
      <WorkspaceContext value={workspace}>
        <EditsContext value={edits}>
          <Problems>
            <Follow />
            <Commands />
            <Dialogs />
            <DataLoss />
            <LostAccess />
            <AppShell
              fill
              project={{ name: project.name, organization: project.organization, menu: <ProjectMenu /> }}
              status={<LiveStatus />}
              actions={<HeaderActions />}
            >
              <Layout />
            </AppShell>
          </Problems>
        </EditsContext>
      </WorkspaceContext>
    </ProjectRoleContext>
  );
}

/** Asked by whatever saves a version. */
function DataLoss() {
  const asked = useAskedLoss();
  return (
    asked && (
      <Suspense>
        <DataLossDialog asked={asked} />
      </Suspense>
    )
  );
}

function Problems({ children }: { children: ReactNode }) {
  const problems = useSession((session) => session.problems);
  return <ProblemsContext value={useProblemsState(problems)}>{children}</ProblemsContext>;
}

/** A job that ended may have left a draft; a version may be anybody's. */
function Follow() {
  const { revalidate } = useRevalidator();
  useLiveEvent(({ type }) => {
    if (type === "version.live" || type === "job.done" || type === "job.failed" || type === "job.cancelled") void revalidate();
  });
  return null;
}

const ProjectDialogs = lazy(() => import("./header/ProjectDialogs.tsx"));
const DataLossDialog = lazy(() => import("./data/DataLossDialog.tsx"));

function Dialogs() {
  return (
    <WhenOpen open={useProjectDialog() !== null}>
      <ProjectDialogs />
    </WhenOpen>
  );
}

function Commands() {
  useCommands(useWorkspaceCommands());
  return null;
}
