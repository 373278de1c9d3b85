/** Sending an invitation anew, and taking it back. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { type Invite, InviteDays, type Outcome, type ResentInvite } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { DAY_MS, type InviteDeps, mailInvite } from "./invite-people.ts";
import type { InviteRecord } from "./ports.ts";
import { inviteLink, newSecret } from "./secret.ts";
import { inviteView } from "./view.ts";

type Change = { organization: { organizationId: string; name: string }; inviteId: string; origin: Origin };

const noInvite = () => fail("not_found", "There is no such invite.", { next: "Look at the list of open invites." });
const notOpen = (invite: InviteRecord) =>
  invite.status === "accepted"
    ? fail("conflict", "This invite was accepted.", { next: "Whoever accepted it is among the members." })
    : fail("conflict", "This invite was revoked.", { next: "Invite them again." });

const lineOf = (
  deps: InviteDeps,
  { organization, origin }: Change,
  action: "invite.resent" | "invite.revoked",
  { id, email, role }: InviteRecord,
) =>
  auditEntry(deps.clock, origin, {
    scope: organization.organizationId,
    projectId: null,
    action,
    subject: id,
    detail: { email, role },
  });

/** With a new secret and its whole time again; the former link ends. */
export async function resendInvite(deps: InviteDeps, change: Change): Promise<Outcome<ResentInvite>> {
  const { organization, inviteId } = change;
  const before = await deps.invites.find(organization.organizationId, inviteId);
  if (!before) return noInvite();
  const secret = await newSecret();
  const now = deps.clock.now();
  const renewal = { secretHash: secret.hash, expiresAt: now + InviteDays.parse(undefined) * DAY_MS };
  if ((await deps.invites.renew(inviteId, renewal, lineOf(deps, change, "invite.resent", before))) === "refused")
    return notOpen((await deps.invites.find(organization.organizationId, inviteId)) ?? before);
  const invite = { ...before, ...renewal };
  const mailed = await mailInvite(deps, organization.name, invite, secret);
  return ok({ invite: inviteView(invite, now), link: inviteLink(deps.appUrl, secret.shown), mailed });
}

/** Answers with the invitation that was. */
export async function revokeInvite(deps: InviteDeps, change: Change): Promise<Outcome<Invite>> {
  const { organization, inviteId } = change;
  const invite = await deps.invites.find(organization.organizationId, inviteId);
  if (!invite) return noInvite();
  if ((await deps.invites.revoke(inviteId, lineOf(deps, change, "invite.revoked", invite))) === "refused")
    return notOpen((await deps.invites.find(organization.organizationId, inviteId)) ?? invite);
  return ok(inviteView(invite, deps.clock.now()));
}
