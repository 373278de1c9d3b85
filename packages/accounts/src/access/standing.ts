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

/** The roles in a project's app of one whose role on the platform, and what was given to them, was just read. */
export const rolesHeldIn = async (deps: Pick<StandingDeps, "appAccess">, project: Version, held: Held): Promise<string[]> =>
  rolesInApp(await appOf(deps, project), held);

/** In the order of `holders`. */
export async function standingsOn(deps: StandingDeps, projectId: string, holders: readonly Holder[]): Promise<Standing[]> {
  const facts = await deps.access.facts(projectId, holders, deps.clock.now());
  const app = await appOf(deps, { id: projectId, currentVersion: facts.project?.currentVersion ?? null });
  return holders.map((holder) => standingOf(facts, app, holder));
}

export const standing = async (deps: StandingDeps, { projectId, holder }: Grant): Promise<Standing> =>
  first(await standingsOn(deps, projectId, [holder]));

function standingOf(facts: AccessFacts, app: AppAccess, holder: Holder): Standing {
  if (holder.kind === "link") {
    const shared = facts.project?.shareNumber === holder.number && app.visibility === "link";
    return shared ? { role: null, may: "write", roles: [] } : { end: "no_access" };
  }
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
