/** A person by the session cookie. Used by who-asks.ts. */
import { makePersonalOrganization } from "@edgewright/accounts";
import type { Origin } from "@edgewright/audit";
import { activeOf, type Caller, type CallerPorts, factsOf, type RequestContext } from "./caller.ts";

export async function sessionCaller({ services, request, requestId }: RequestContext): Promise<Caller | null> {
  const { headers, response: session } = await services.auth.api.getSession({ headers: request.headers, returnHeaders: true });
  if (!session) return null;
  const { id, name, email, emailVerified, image, twoFactorEnabled } = session.user;
  const facts = factsOf(request, requestId);
  const origin: Origin = { kind: "person", id, name, personId: id, ip: facts.ip, userAgent: facts.userAgent, requestId };
  const { memberships, exceptions } = await membershipsOf(services, { id, name }, origin);
  const organization = activeOf(memberships, session.session.activeOrganizationId ?? null);
  if (!organization) return null;
  rememberUse(services, session.session);
  return {
    user: { id, name, email, emailVerified, image: image ?? null, twoFactor: twoFactorEnabled ?? false },
    actor: { id, memberships, exceptions, scopes: null },
    by: { kind: "session", id: session.session.id },
    signedInAt: session.session.createdAt.getTime(),
    organization,
    origin,
    cookies: headers.getSetCookie(),
  };
}

async function membershipsOf(services: CallerPorts, user: { id: string; name: string }, origin: Origin) {
  const known = await services.memberships.ofUser(user.id);
  if (known.memberships.length > 0) return known;
  await makePersonalOrganization(services, user, origin);
  return services.memberships.ofUser(user.id);
}

const USE_MS = 5 * 60_000;

/** better-auth moves a session's time once a day; people who look at their sessions want to know it better. */
function rememberUse({ signIns, clock, background }: CallerPorts, { id, updatedAt }: { id: string; updatedAt: Date }): void {
  const now = clock.now();
  if (now - updatedAt.getTime() >= USE_MS) background(signIns.touch(id, now));
}
