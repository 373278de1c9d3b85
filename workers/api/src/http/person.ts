/** Who asks: the person of the session cookie, what they belong to, and the organization they work in. Used by handle.ts. */
import { type Actor, CLIENT_ADDRESS_HEADER, type Membership, makePersonalOrganization } from "@edgewright/accounts";
import type { Origin } from "@edgewright/audit";
import type { Services } from "../services.ts";

export type Person = {
  user: { id: string; name: string; email: string };
  actor: Actor;
  /** The active one. */
  organization: Membership;
  /** For the audit log. */
  origin: Origin;
  /** Cookies to send along: a session's time was renewed. */
  cookies: string[];
};

export async function personOf(services: Services, request: Request): Promise<Person | null> {
  const { headers, response: session } = await services.auth.api.getSession({ headers: request.headers, returnHeaders: true });
  if (!session) return null;
  const { id, name, email } = session.user;
  const ip = request.headers.get(CLIENT_ADDRESS_HEADER);
  const memberships = await membershipsOf(services, { id, name }, ip);
  const organization = memberships.find(({ organizationId }) => organizationId === session.session.activeOrganizationId) ?? memberships[0];
  if (!organization) return null;
  return {
    user: { id, name, email },
    actor: { userId: id, memberships },
    organization,
    origin: { kind: "person", id, name, ip },
    cookies: headers.getSetCookie(),
  };
}

async function membershipsOf(services: Services, user: { id: string; name: string }, ip: string | null): Promise<Membership[]> {
  const memberships = await services.memberships.ofUser(user.id);
  if (memberships.length > 0) return memberships;
  await makePersonalOrganization(services, user, ip);
  return services.memberships.ofUser(user.id);
}
