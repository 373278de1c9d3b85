/** Draws a part of the workspace by itself, around it what every part has: a project, a session, a person's role. */
import type { ModelSettings, Project, Role, Version } from "@edgewright/contracts";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { render } from "vitest-browser-react/pure";
import { ToasterHost } from "../components/ToasterHost.tsx";
import { ProjectRoleContext } from "../permissions/use-why-not.ts";
import { EditsContext, useEditsState } from "../workspace/code/use-edits.ts";
import { usePlace } from "../workspace/location.ts";
import { ProblemsContext, useProblemsState } from "../workspace/problems/use-problems.ts";
import { newCard } from "../workspace/stream/reduce-queue.ts";
import { SessionStore } from "../workspace/stream/session-store.ts";
import { emptySession, type JobCard, type Message, type SessionState } from "../workspace/stream/state.ts";
import { useSession, WorkspaceContext } from "../workspace/WorkspaceContext.tsx";

const WHEN = "2026-11-02T09:00:00.000Z";

export const PROJECT: Project = {
  id: "p1",
  name: "Fleet",
  slug: "fleet",
  currentVersion: 1,
  publishedVersion: null,
  createdAt: WHEN,
  updatedAt: WHEN,
  sessionId: "s1",
  busy: false,
  waiting: false,
  deletedAt: null,
  settings: { model: null, planApproval: "ask", fixRounds: 3, jobBudget: null, autoFix: false, autoFixBudget: 1 },
  organization: { id: "o1", name: "Acme" },
  role: "editor",
};

export const VERSION: Version = {
  number: 1,
  parent: null,
  message: "First",
  author: { kind: "agent", id: "agent", name: "The agent" },
  status: "ok",
  findings: [],
  jobId: null,
  messageId: null,
  restoredFrom: null,
  createdAt: WHEN,
  fileCount: 3,
  isCurrent: true,
};

export const message = (id: string, text: string, more: Partial<Message> = {}): Message => ({
  id,
  role: "user",
  text,
  author: "Ada Byron",
  at: 0,
  jobId: null,
  streaming: false,
  asked: null,
  ...more,
});

export const job = (id: string, more: Partial<JobCard> = {}): JobCard => ({
  ...newCard(id, `m-${id}`, "steer", 0),
  status: "generating",
  ...more,
});

/** A session of open jobs, the first of them at work, each with its message. */
export const sessionOf = (...jobs: { card: JobCard; text: string }[]): SessionState => ({
  ...emptySession,
  timeline: jobs.map(({ card }) => ({ kind: "message", id: card.messageId })),
  messages: Object.fromEntries(jobs.map(({ card, text }) => [card.messageId, message(card.messageId, text)])),
  jobs: Object.fromEntries(jobs.map(({ card }) => [card.id, card])),
  open: jobs.map(({ card }) => card.id),
});

interface Around {
  session?: SessionState;
  models?: ModelSettings | null;
  role?: Role;
  project?: Partial<Project>;
  versions?: Version[];
  /** Where the page after them begins. */
  versionsCursor?: string | null;
  /** The address, such as `/?tab=code`. */
  at?: string;
}

/** Resolves with the store too, into which a test says what the stream would, with where the workspace is, and with the way elsewhere. */
export async function inWorkspace(
  part: ReactNode,
  {
    session = emptySession,
    models = null,
    role = "editor",
    project = {},
    versions = [VERSION],
    versionsCursor = null,
    at = "/",
  }: Around = {},
) {
  const store = new SessionStore(session);
  const own = { ...PROJECT, role, ...project };
  const router = createMemoryRouter(
    [{ path: "/", element: <Workspace {...{ project: own, models, store, versions, versionsCursor }}>{part}</Workspace> }],
    {
      initialEntries: [at],
    },
  );
  const screen = await render(<RouterProvider router={router} />);
  return { ...screen, store, place: () => router.state.location.search, goTo: (to: string) => router.navigate(to) };
}

interface WorkspaceProps {
  project: Project;
  models: ModelSettings | null;
  store: SessionStore;
  versions: Version[];
  versionsCursor: string | null;
  children: ReactNode;
}

function Workspace({ project, models, store, versions, versionsCursor, children }: WorkspaceProps) {
  const { place, go } = usePlace();
  const shared = { project, versions, versionsCursor, models, store, place, go, refresh: () => {}, made: () => {} };
  return (
    <ProjectRoleContext value={project.role}>
      <WorkspaceContext value={shared}>
        <EditsContext value={useEditsState()}>
          <Problems>{children}</Problems>
        </EditsContext>
        <ToasterHost />
      </WorkspaceContext>
    </ProjectRoleContext>
  );
}

function Problems({ children }: { children: ReactNode }) {
  return <ProblemsContext value={useProblemsState(useSession((session) => session.problems))}>{children}</ProblemsContext>;
}
