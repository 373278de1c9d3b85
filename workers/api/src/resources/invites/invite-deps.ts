/** What inviting stands on. */
import type { InviteDeps } from "@edgewright/accounts";
import type { Services } from "../../services.ts";

export const inviteDeps = ({ invites, members, mailer, clock, variables }: Services): InviteDeps => ({
  invites,
  members,
  mailer,
  clock,
  appUrl: variables.APP_URL,
});
