/** API tokens: `Authorization: Bearer ew_…`. A person's token acts as they do, below its ceiling; an organization's is a member of its own. */
import { type Actor, type Membership, underCeiling } from "@edgewright/accounts";
import { type Role, TOKEN_PREFIX, TokenGrant } from "@edgewright/contracts";
import { activeOf, type Caller, type CallerUser, factsOf, type RequestContext } from "./caller.ts";

const BEARER = /^Bearer +(\S+) *$/i;

/** What the request shows instead of a cookie; null: nothing of the kind. */
export function bearerOf(request: Request): string | null {
  const header = request.headers.get("authorization");
  return header === null ? null : (BEARER.exec(header)?.[1] ?? "");
}

export async function tokenCaller(asking: RequestContext, secret: string): Promise<Caller | null> {
  const { services, request, requestId } = asking;
  if (!secret.startsWith(TOKEN_PREFIX)) return null;
  const { key: token } = await services.auth.api.verifyApiKey({ body: { key: secret } });
  const grant = TokenGrant.safeParse(token?.metadata);
  if (!token || !grant.success) return null;
  const { role, scopes, organizationId } = grant.data;
  const acts =
    organizationId === null ? await asPerson(asking, token.referenceId) : await asOrganization(asking, token, organizationId, role);
  const organization = acts && activeOf(acts.actor.memberships, null);
  if (!acts || !organization) return null;
  const origin = {
    kind: "token" as const,
    id: token.id,
    name: token.name ?? token.id,
    personId: organizationId === null ? acts.user.id : null,
  };
  return {
    user: acts.user,
    actor: { ...underCeiling(acts.actor, role), scopes },
    by: { kind: "token", id: token.id },
    signedInAt: null,
    organization,
    origin: { ...origin, ...factsOf(request, requestId) },
    cookies: [],
  };
}

type Acting = { user: CallerUser; actor: Actor };

async function asPerson({ services }: RequestContext, userId: string): Promise<Acting | null> {
  const user = await services.users.find(userId);
  if (!user) return null;
  const { memberships, exceptions } = await services.memberships.ofUser(userId);
  return { user, actor: { id: userId, memberships, exceptions, scopes: [] } };
}

async function asOrganization(
  { services }: RequestContext,
  token: { id: string; name: string | null },
  organizationId: string,
  role: Role,
): Promise<Acting | null> {
  const membership: Membership | null = await services.memberships.ofToken(organizationId, role);
  if (!membership) return null;
  const user = { id: token.id, name: token.name ?? "API token", email: "", emailVerified: false, image: null, twoFactor: false };
  return { user, actor: { id: token.id, memberships: [membership], exceptions: [], scopes: [] } };
}
