/** Makes and revokes API tokens: a person's own, and an organization's. Used by the routes of both. */
import type { TokenRecord } from "@edgewright/accounts";
import { auditEntry } from "@edgewright/audit";
import type { ApiToken, CreatedToken, CreateToken, Outcome, TokenGrant } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { Caller } from "../http/caller.ts";
import type { Services } from "../services.ts";

/** Whose the tokens are: `organizationId` null for the caller's own. */
export type TokenOwner = { ownerId: string; organizationId: string | null };

const DAY_SECONDS = 24 * 60 * 60;
export const TOKENS_MAX = 50;

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

export const tokenView = ({ id, name, start, grant, createdAt, expiresAt, lastUsedAt }: TokenRecord): ApiToken => ({
  id,
  name,
  start,
  scopes: grant.scopes,
  role: grant.role,
  createdBy: grant.createdBy.name,
  createdAt: new Date(createdAt).toISOString(),
  expiresAt: iso(expiresAt),
  lastUsedAt: iso(lastUsedAt),
});

type Making = { caller: Caller; owner: TokenOwner; wanted: CreateToken };

export async function makeToken(services: Services, { caller, owner, wanted }: Making): Promise<Outcome<CreatedToken>> {
  if ((await services.tokens.list(owner.ownerId)).length >= TOKENS_MAX)
    return fail("conflict", `There are ${TOKENS_MAX} tokens already.`, { next: "Revoke one that is no longer used." });
  const { name, role, days } = wanted;
  const scopes = [...new Set(wanted.scopes)];
  const createdBy = { id: caller.user.id, name: caller.user.name };
  const metadata: TokenGrant = { role, scopes, organizationId: owner.organizationId, createdBy };
  const told = (subject: string) =>
    auditEntry(services.clock, caller.origin, {
      scope: owner.ownerId,
      projectId: null,
      action: "token.created",
      subject,
      after: { name, role, scopes: scopes.join(" "), days },
    });
  // The plugin's owners are people; an organization owns its tokens just so, by its id.
  const body = { name, userId: owner.ownerId, metadata, ...(days === null ? {} : { expiresIn: days * DAY_SECONDS }) };
  const { id, key: secret } = await services.audited.within(caller.origin, () => services.auth.api.createApiKey({ body }), told);
  const token = await services.tokens.find(owner.ownerId, id);
  return token ? ok({ token: tokenView(token), secret }) : fail("gone", "This token was revoked just now.", { next: "Make another one." });
}

export async function revokeToken(services: Services, caller: Caller, owner: TokenOwner, id: string): Promise<Outcome<{ id: string }>> {
  const gone = () => fail("not_found", "There is no such token.", { next: "It may have been revoked already: reload the list." });
  const token = await services.tokens.find(owner.ownerId, id);
  if (!token) return gone();
  const audit = auditEntry(services.clock, caller.origin, {
    scope: owner.ownerId,
    projectId: null,
    action: "token.revoked",
    subject: id,
    before: { name: token.name, role: token.grant.role },
  });
  return (await services.tokens.revoke(owner.ownerId, id, audit)) ? ok({ id }) : gone();
}
