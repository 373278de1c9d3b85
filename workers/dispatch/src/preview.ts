/** What every request to an app's host carries once it is admitted. */
import {
  type AppHosts,
  type AppUser,
  actorAs,
  type DataActor,
  type Grant,
  type MemberActor,
  memberAs,
  type PublishedApp,
  type Reporter,
  type SeenAs,
} from "@edgewright/contracts";
import type { Env } from "./env.ts";
import type { AppHostName } from "./host.ts";

/** `user` null: a visitor, with a link to share or to an app that is open to all. `as`: as whom they look at the app, instead of as themselves. */
export type Visit = { user: AppUser | null; grant: Grant; as?: SeenAs };

export type Preview = {
  Bindings: Env;
  Variables: {
    host: AppHostName;
    projectId: string;
    organizationId: string;
    projectName: string;
    confirmedHosts: AppHosts;
    /** What a published app's host shows; null: this is a preview. */
    published: PublishedApp | null;
    /** It shows a pull request from a fork: code of somebody who may write nothing here. */
    isStrangers: boolean;
    visit: Visit;
    /** The answer's body is compressed already, as its headers say. */
    isEncoded: boolean;
  };
};

/** Before whom an error of the app happened. */
export const reporterOf = ({ user }: Visit): Reporter => (user ? (user.role === "viewer" ? "viewer" : "editor") : "visitor");

/** The visit, without who it is that visits: for code that is not to know. */
export const withoutPerson = (visit: Visit): Visit =>
  visit.user ? { ...visit, user: { ...visit.user, name: "A member", email: "" } } : visit;

/** Who uses the app, as it sees them. */
export function seenUser({ user, as }: Visit): AppUser | null {
  if (!user || !as) return user;
  return as === "visitor" ? null : { ...user, ...memberAs(as, user.role) };
}

/** As whom a visit reads and writes rows. */
export function actorOf({ user, as }: Visit): DataActor {
  if (!user) return { kind: "visitor" };
  const { id: userId, access: may, name, email, role, roles } = user;
  const actor: MemberActor = { kind: "member", userId, may, name, email, role, roles };
  return as ? actorAs(as, actor) : actor;
}
