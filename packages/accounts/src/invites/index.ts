/** Invitations: by mail to one address, or by a link for whoever has it. */
export * from "./accept-invite.ts";
export { resendInvite, revokeInvite } from "./change-invite.ts";
export { type InviteDeps, inviteByLink, inviteByMail } from "./invite-people.ts";
export * from "./ports.ts";
export { inviteView } from "./view.ts";
