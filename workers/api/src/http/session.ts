/** A person by the session cookie. Used by who-asks.ts. */
import { makePersonalOrganization, type SignInRecord } from "@edgewright/accounts";
import type { Origin } from "@edgewright/audit";
import { parseSigned } from "hono/utils/cookie";
import { activeOf, type Caller, type CallerPorts, factsOf, type RequestContext } from "./caller.ts";

export async function sessionCaller(asking: RequestContext): Promise<Caller | null> {
  const { services, request, requestId } = asking;
  const { signIn, ...read } = await readArrival(asking);
  if (!signIn) return null;
  const renewed = (await isDue(services, signIn.session)) ? await renew(services, request) : { cookies: [] };
  if (!renewed) return null;
  const { session, user } = signIn;
  const facts = factsOf(request, requestId);
  const origin: Origin = {
    kind: "person",
    id: user.id,
    name: user.name,
    personId: user.id,
    ip: facts.ip,
    userAgent: facts.userAgent,
    requestId,
  };
  const { memberships, exceptions } = await belongingsOf(services, signIn, origin);
  const organization = activeOf(memberships, session.activeOrganizationId);
  if (!organization) return null;
  rememberUse(services, session);
  return {
    user,
    actor: { id: user.id, memberships, exceptions, scopes: null },
    by: { kind: "session", id: session.id },
    signedInAt: session.createdAt,
    organization,
    origin,
    cookies: renewed.cookies,
    ...read,
  };
}

/**
 * better-auth's own reading takes three questions, one after the other, and we need what the person belongs to as
 * well. Its cookie is the session's token and a signature, which holds or not without a question.
 */
async function readArrival({
  services,
  request,
  project,
  along,
}: RequestContext): Promise<{ signIn: SignInRecord | null } & Pick<Caller, "named" | "appRoles" | "along">> {
  const { authCookies, secret } = await services.auth.$context;
  const { name } = authCookies.sessionToken;
  const token = (await parseSigned(request.headers.get("cookie") ?? "", secret, name))[name];
  if (!token) return { signIn: null };
  if (along === "home") return services.arrivals.findHome(token);
  if (project === null) return { signIn: await services.signIns.find(token) };
  return along === "workspace" ? services.arrivals.findWorkspace(token, project) : services.arrivals.find(token, project);
}

/** Over, or so old that it is prolonged when it is used: as better-auth reckons, by its own clock. */
async function isDue({ auth }: CallerPorts, { expiresAt }: SignInRecord["session"]): Promise<boolean> {
  const { expiresIn, updateAge } = (await auth.$context).sessionConfig;
  return expiresAt - Date.now() <= (expiresIn - updateAge) * 1000;
}

/** What better-auth does with a session that is due. null: it is over. */
async function renew({ auth }: CallerPorts, request: Request): Promise<{ cookies: string[] } | null> {
  const { headers, response } = await auth.api.getSession({ headers: request.headers, returnHeaders: true });
  return response && { cookies: headers.getSetCookie() };
}

async function belongingsOf(services: CallerPorts, { user, memberships, exceptions }: SignInRecord, origin: Origin) {
  if (memberships.length > 0) return { memberships, exceptions };
  await makePersonalOrganization(services, user, origin);
  return services.memberships.ofUser(user.id);
}

const USE_MS = 5 * 60_000;

/** better-auth moves a session's time once a day; people who look at their sessions want to know it better. */
function rememberUse({ signIns, clock, background }: CallerPorts, { id, updatedAt }: SignInRecord["session"]): void {
  const now = clock.now();
  if (now - updatedAt >= USE_MS) background(signIns.touch(id, now));
}
