/** What a route is about, loaded from its path. Whoever does not belong to its organization is told there is nothing. */
import type { Membership } from "@edgewright/accounts";
import type { JobRecord, SessionRecord } from "@edgewright/chat";
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { type ProjectView, usable } from "@edgewright/projects";
import { z } from "zod";
import type { Services } from "../services.ts";
import type { Person } from "./person.ts";

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
type Load<K extends SubjectKind> = (services: Services, person: Person, params: Params) => Promise<Subjects[K] | null>;

const projectOf = async (services: Services, person: Person, id: string | undefined) => {
  const found = id === undefined ? null : await services.projects.find(id);
  return found && person.actor.memberships.some(({ organizationId }) => organizationId === found.organizationId) ? found : null;
};

const loadProject = async (services: Services, person: Person, params: Params) => {
  const found = await projectOf(services, person, params.project);
  return found && { organizationId: found.organizationId, project: found };
};

const LOAD: { [K in SubjectKind]: Load<K> } = {
  home: async (_services, person) => ({ organizationId: person.organization.organizationId }),
  async organization(_services, person, { org }) {
    const organization = person.actor.memberships.find(({ organizationId, slug }) => organizationId === org || slug === org);
    return organization ? { organizationId: organization.organizationId, organization } : null;
  },
  project: loadProject,
  trashed: loadProject,
  async session(services, person, params) {
    const session = await services.sessions.get(params.session ?? "");
    const found = session && (await projectOf(services, person, session.projectId));
    return session && found && { organizationId: found.organizationId, project: found, session };
  },
  async job(services, person, params) {
    const job = await services.jobs.get(params.job ?? "");
    const found = job && (await projectOf(services, person, job.projectId));
    return job && found && { organizationId: found.organizationId, project: found, job };
  },
};

export const loadSubject = <K extends SubjectKind>(kind: K, services: Services, person: Person, params: Params) =>
  (LOAD[kind] as Load<K>)(services, person, params);

/** What to say when there is no such thing for this person. */
export function missing(kind: SubjectKind): Outcome<never> {
  if (kind === "project" || kind === "trashed") return usable<ProjectView>(null) as Outcome<never>;
  return fail("not_found", `There is no such ${kind}.`, { next: "Check the address, or go back to the list of projects." });
}

/** Work on a deleted project is refused, except to bring it back. */
export function atHand<K extends SubjectKind>(kind: K, subject: Subjects[K]): Outcome<Subjects[K]> {
  if (kind === "trashed" || !("project" in subject)) return ok(subject);
  const present = usable(subject.project);
  return present.ok ? ok(subject) : present;
}
