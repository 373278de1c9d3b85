/** What a grant is worth at this moment. The one answer for requests to previews and for every connection that stays open. */

import type { AppAccess, Grant, Holder, Role, Standing } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import { first } from "@edgewright/core";
import { lowerOf } from "../actor.ts";
import type { AccessFacts, AccessRecords } from "./ports.ts";

export type StandingDeps = {
  access: Pick<AccessRecords, "facts">;
  clock: Clock;
  /** Whom the app.json of a version lets in. A version never changes. */
  appAccess(projectId: string, version: number): Promise<AppAccess>;
};

/** Without a version there is no app. */
const CLOSED: AppAccess = { visibility: "members", viewers: "read", roles: [] };

type Version = { id: string; currentVersion: number | null };

const appOf = async (deps: Pick<StandingDeps, "appAccess">, { id, currentVersion }: Version): Promise<AppAccess> =>
  currentVersion === null ? CLOSED : deps.appAccess(id, currentVersion);

/** Which app: the one that is being built, or the one that is published. */
export type Place = Pick<Grant, "projectId" | "published">;

/** The roles in a project's app of one whose role on the platform, and what was given to them, was just read. */
export const rolesHeldIn = async (deps: Pick<StandingDeps, "appAccess">, project: Version, held: Held): Promise<string[]> =>
  rolesInApp(await appOf(deps, project), held);

/** In the order of `holders`. */
export async function standingsOn(deps: StandingDeps, { projectId, published }: Place, holders: readonly Holder[]): Promise<Standing[]> {
  const facts = await deps.access.facts(projectId, holders, deps.clock.now());
  const version = published ? facts.project?.published?.version : facts.project?.currentVersion;
  // What was published once, and is not any more, lets nobody in.
  if (published && version === undefined) return holders.map(() => ({ end: "no_access" }));
  const app = await appOf(deps, { id: projectId, currentVersion: version ?? null });
  const open = published ? publishedLink(facts) : previewLink(facts, app);
  return holders.map((holder) => standingOf(facts, app, holder, open));
}

export const standing = async (deps: StandingDeps, { holder, ...place }: Grant): Promise<Standing> =>
  first(await standingsOn(deps, place, [holder]));

/** The number of the link that holds; null: none does. */
const previewLink = ({ project }: AccessFacts, { visibility }: AppAccess): number | null =>
  project && visibility === "link" ? project.shareNumber : null;
const publishedLink = ({ project }: AccessFacts): number | null =>
  project?.published && project.published.visibility !== "members" ? project.published.linkNumber : null;

function standingOf(facts: AccessFacts, app: AppAccess, holder: Holder, open: number | null): Standing {
  if (holder.kind === "link") return holder.number === open ? { role: null, may: "write", roles: [] } : { end: "no_access" };
  const signedIn = holder.kind === "session" ? facts.sessions.get(holder.id) === holder.userId : facts.tokens.has(holder.id);
  if (!signedIn) return { end: "signed_out" };
  const role = holder.kind === "session" ? roleOfPerson(facts, holder.userId) : roleOfToken(facts, holder.id);
  if (!facts.project || !role) return { end: "no_access" };
  return { role, may: role === "viewer" ? app.viewers : "write", roles: rolesInApp(app, { role, given: givenTo(facts, holder.userId) }) };
}

const givenTo = ({ members }: AccessFacts, userId: string | null): readonly string[] =>
  userId === null ? [] : (members.get(userId)?.appRoles ?? []);

/** The role on the platform, and those in the app that were given to them. */
type Held = { role: Role; given: readonly string[] };

/** Those that were given to them, and that the app still has. An admin, who may give any to anybody, has all. */
function rolesInApp(app: AppAccess, { role, given }: Held): string[] {
  return app.roles.flatMap(({ name }) => (role === "admin" || given.includes(name) ? [name] : []));
}

/** An admin of the organization is one on each of its projects. */
function roleOfPerson(facts: AccessFacts, userId: string): Role | null {
  const member = facts.members.get(userId);
  return member ? (member.role === "admin" ? "admin" : (member.exception ?? member.role)) : null;
}

function roleOfToken(facts: AccessFacts, id: string): Role | null {
  const token = facts.tokens.get(id);
  if (!token) return null;
  const { role, organizationId } = token.grant;
  if (organizationId !== null) return organizationId === facts.project?.organizationId ? role : null;
  const person = roleOfPerson(facts, token.ownerId);
  return person && lowerOf(person, role);
}

/** By what the connections of one sign-in are found again. All who have the link are alike. */
export const signInOf = (holder: Holder): string => (holder.kind === "link" ? "link" : holder.id);
