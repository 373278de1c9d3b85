/** Who asks: a person or a token, what they belong to, and the organization they work in. Found out by who-asks.ts. */
import { type Actor, type AttemptDeps, CLIENT_ADDRESS_HEADER, type Membership, type RequestFacts } from "@edgewright/accounts";
import type { Auth } from "@edgewright/accounts/auth";
import type { Origin } from "@edgewright/audit";
import type { Holder } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import type { PageRecords, Repositories } from "@edgewright/db";
import type { ProjectView } from "@edgewright/projects";

export type CallerUser = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  twoFactor: boolean;
};

export type Caller = {
  /** Of an organization's token: the token's id and name, and no address. */
  user: CallerUser;
  actor: Actor;
  /** The session's or the token's id. */
  by: { kind: "session" | "token"; id: string };
  /** When the session began, in milliseconds since 1970; null: a token asks. */
  signedInAt: number | null;
  /** The active one. */
  organization: Membership;
  /** For the audit log. */
  origin: Origin;
  /** Cookies to send along: a session's time was renewed. */
  cookies: string[];
  /** The project that the path names, read along with who asks and not yet theirs to see; null: there is none; left out: it was not read. */
  named?: ProjectView | null;
  /** The roles in its app that were given to them, read along in the same way. Left out: they were not read. */
  appRoles?: readonly string[];
  /** What the page that asks shows first, read along in the same way. Left out: it was not read. */
  along?: PageRecords;
};

/** Under what a caller is connected, or opens a preview. */
export const holderOf = ({ by, user }: Caller): Holder =>
  by.kind === "session"
    ? { kind: "session", id: by.id, userId: user.id }
    : { kind: "token", id: by.id, userId: user.id === by.id ? null : user.id };

/** What finding out who asks stands on. */
export type CallerPorts = AttemptDeps &
  Pick<Repositories, "arrivals" | "memberships" | "signIns" | "users"> & {
    auth: Auth;
    clock: Clock;
    /** Work that goes on after the answer. */
    background(work: Promise<unknown>): void;
  };
/** `project`: by which id or slug the path names one; null: it names none. `along`: for which page more is read. */
export type RequestContext = { services: CallerPorts; request: Request; requestId: string; project: string | null; along: Page | null };
export type Page = keyof PageRecords;

export const factsOf = (request: Request, requestId: string): RequestFacts => ({
  ip: request.headers.get(CLIENT_ADDRESS_HEADER),
  userAgent: request.headers.get("user-agent"),
  requestId,
  place: placeOf(request),
});

const REGIONS = new Intl.DisplayNames("en", { type: "region" });

/** Such as "Lyon, France". null: Cloudflare does not say; what stands in for it on one's own machine makes something up. */
function placeOf({ cf, headers }: Request): string | null {
  const ip = headers.get(CLIENT_ADDRESS_HEADER);
  if (ip === "127.0.0.1" || ip === "::1") return null;
  const country = typeof cf?.country === "string" && /^[A-Z]{2}$/.test(cf.country) && cf.country !== "XX" ? REGIONS.of(cf.country) : null;
  const city = typeof cf?.city === "string" ? cf.city : null;
  return [city, country].filter(Boolean).join(", ") || null;
}

const living = (membership: Membership) => membership.deletedAt === null;

/** The one that was chosen, else the oldest; a deleted one only when there is no other. */
export const activeOf = (memberships: readonly Membership[], chosen: string | null): Membership | undefined =>
  memberships.find((membership) => membership.organizationId === chosen && living(membership)) ??
  memberships.find(living) ??
  memberships[0];
