/** Operations on invites. */
import type { Operation } from "../../http/operation.ts";
import { acceptInvite } from "./accept-invite.ts";
import { createInvites } from "./create-invites.ts";
import { listInvites } from "./list-invites.ts";
import { lookUpInvite } from "./look-up-invite.ts";
import { resendInvite } from "./resend-invite.ts";
import { revokeInvite } from "./revoke-invite.ts";

export const INVITES: readonly Operation[] = [listInvites, createInvites, resendInvite, revokeInvite, lookUpInvite, acceptInvite];
