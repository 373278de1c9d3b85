/** An invitation as its organization sees it. */
import type { Invite } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import type { InviteRecord } from "./ports.ts";

export const inviteView = (invite: InviteRecord, now: number): Invite => ({
  id: invite.id,
  email: invite.email,
  role: invite.role,
  invitedBy: invite.createdByName,
  createdAt: iso(invite.createdAt),
  expiresAt: iso(invite.expiresAt),
  expired: invite.expiresAt <= now,
  uses: invite.uses,
});
