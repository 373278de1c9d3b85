/** What a route is about, loaded from its path. Whoever does not belong to its organization is told there is nothing. */
import type { Membership } from "@edgewright/accounts";
import type { JobRecord, SessionRecord } from "@edgewright/chat";
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { Repositories } from "@edgewright/db";
import { type ProjectView, usableProject } from "@edgewright/projects";
import { z } from "zod";
import type { Caller } from "./caller.ts";

/** `home` is the active organization; `organization` the one in the path. A `trashed` project may be a deleted one. */
export type Subjects = {
  home: { organizationId: string };
  organization: { organizationId: string; organization: Membership };
  project: { organizationId: string; project: ProjectView };
  trashed: { organizationId: string; project: ProjectView };
  session: { organizationId: string; project: ProjectView; session: SessionRecord };
  job: { organizationId: string; project: ProjectView; job: JobRecord };
};
export type SubjectKind = keyof Subjects;

const reference = (what: string) => z.string().min(1).max(100).describe(what);
const project = { project: reference("A project's id or its slug") };

export const SUBJECT_PARAMS: Record<SubjectKind, z.ZodRawShape> = {
  home: {},
  organization: { org: reference("An organization's id or its slug") },
  project,
  trashed: project,
  session: { session: reference("A session's id") },
  job: { job: reference("A job's id") },
};

type Params = Record<string, string>;
export type SubjectPorts = Pick<Repositories, "projects" | "sessions" | "jobs">;
type Load<K extends SubjectKind> = (services: SubjectPorts, caller: Caller, params: Params) => Promise<Subjects[K] | null>;

/** What belongs to an organization of the caller's. */
const seenBy = (caller: Caller, found: ProjectView | null): ProjectView | null =>
  found && caller.actor.memberships.some(({ organizationId }) => organizationId === found.organizationId) ? found : null;

const loadProject = async (services: SubjectPorts, caller: Caller, params: Params) => {
  const found = seenBy(caller, caller.named === undefined ? await services.projects.find(params.project ?? "") : caller.named);
  return found && { organizationId: found.organizationId, project: found };
};

const LOAD: { [K in SubjectKind]: Load<K> } = {
  home: async (_services, caller) => ({ organizationId: caller.organization.organizationId }),
  async organization(_services, caller, { org }) {
    const organization = caller.actor.memberships.find(({ organizationId, slug }) => organizationId === org || slug === org);
    return organization ? { organizationId: organization.organizationId, organization } : null;
  },
  project: loadProject,
  trashed: loadProject,
  async session(services, caller, params) {
    const session = await services.sessions.get(params.session ?? "");
    const found = session && seenBy(caller, await services.projects.find(session.projectId));
    return session && found && { organizationId: found.organizationId, project: found, session };
  },
  async job(services, caller, params) {
    const job = await services.jobs.get(params.job ?? "");
    const found = job && seenBy(caller, await services.projects.find(job.projectId));
    return job && found && { organizationId: found.organizationId, project: found, job };
  },
};

export const loadSubject = <K extends SubjectKind>(kind: K, services: SubjectPorts, caller: Caller, params: Params) =>
  (LOAD[kind] as Load<K>)(services, caller, params);

/** What to say when there is no such thing for this person. */
export function missing(kind: SubjectKind): Outcome<never> {
  if (kind === "project" || kind === "trashed") return usableProject<ProjectView>(null) as Outcome<never>;
  return fail("not_found", `There is no such ${kind}.`, { next: "Check the address, or go back to the list of projects." });
}

/** Work on a deleted project is refused, except to bring it back. */
export function atHand<K extends SubjectKind>(kind: K, subject: Subjects[K]): Outcome<Subjects[K]> {
  if (kind === "trashed" || !("project" in subject)) return ok(subject);
  const present = usableProject(subject.project);
  return present.ok ? ok(subject) : present;
}
