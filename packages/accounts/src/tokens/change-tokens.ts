/** Makes and revokes API tokens: a person's own, and an organization's. Called by the operations of both. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { ApiToken, CreatedToken, CreateToken, Outcome, TokenGrant } from "@edgewright/contracts";
import { type Clock, fail, iso, ok } from "@edgewright/core";
import type { RequestFacts, TokenLine } from "../account-audit.ts";
import type { TokenRecord, TokenRecords } from "./ports.ts";

/** Whose the tokens are: `organizationId` null for the caller's own. */
export type TokenOwner = { ownerId: string; organizationId: string | null };

const DAY_SECONDS = 24 * 60 * 60;
export const TOKENS_MAX = 50;

/** Makes the token's secret, and keeps it with the line of the log that `told` gives: better-auth's API key plugin, whose owners are people; an organization owns its tokens just so, by its id. */
export type TokenIssuing = (
  token: { name: string; userId: string; metadata: TokenGrant; expiresIn?: number },
  facts: RequestFacts,
  told: TokenLine,
) => Promise<{ id: string; key: string }>;

export type TokenDeps = { tokens: TokenRecords; clock: Clock; issueToken: TokenIssuing };
type TokenIssuer = { user: { id: string; name: string }; origin: Origin };

const time = (at: number | null) => (at === null ? null : iso(at));

export const tokenView = ({ id, name, start, grant, createdAt, expiresAt, lastUsedAt }: TokenRecord): ApiToken => ({
  id,
  name,
  start,
  scopes: grant.scopes,
  role: grant.role,
  createdBy: grant.createdBy.name,
  createdAt: iso(createdAt),
  expiresAt: time(expiresAt),
  lastUsedAt: time(lastUsedAt),
});

export async function makeToken(deps: TokenDeps, by: TokenIssuer, owner: TokenOwner, wanted: CreateToken): Promise<Outcome<CreatedToken>> {
  if ((await deps.tokens.list(owner.ownerId)).length >= TOKENS_MAX)
    return fail("conflict", `There are ${TOKENS_MAX} tokens already.`, { next: "Revoke one that is no longer used." });
  const { name, role, days } = wanted;
  const scopes = [...new Set(wanted.scopes)];
  const createdBy = { id: by.user.id, name: by.user.name };
  const metadata: TokenGrant = { role, scopes, organizationId: owner.organizationId, createdBy };
  const told = (subject: string) =>
    auditEntry(deps.clock, by.origin, {
      scope: owner.ownerId,
      projectId: null,
      action: "token.created",
      subject,
      after: { name, role, scopes: scopes.join(" "), days },
    });
  const body = { name, userId: owner.ownerId, metadata, ...(days === null ? {} : { expiresIn: days * DAY_SECONDS }) };
  const { id, key: secret } = await deps.issueToken(body, by.origin, told);
  const token = await deps.tokens.find(owner.ownerId, id);
  return token ? ok({ token: tokenView(token), secret }) : fail("gone", "This token was revoked just now.", { next: "Make another one." });
}

export async function revokeToken(
  deps: Omit<TokenDeps, "issueToken">,
  origin: Origin,
  owner: TokenOwner,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const gone = () => fail("not_found", "There is no such token.", { next: "It may have been revoked already: reload the list." });
  const token = await deps.tokens.find(owner.ownerId, id);
  if (!token) return gone();
  const audit = auditEntry(deps.clock, origin, {
    scope: owner.ownerId,
    projectId: null,
    action: "token.revoked",
    subject: id,
    before: { name: token.name, role: token.grant.role },
  });
  return (await deps.tokens.revoke(owner.ownerId, id, audit)) ? ok({ id }) : gone();
}
