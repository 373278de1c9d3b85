/** `GET /api/orgs/:org/invites`: those that are open, expired ones too, newest first. */
import { inviteView } from "@edgewright/accounts";
import { InvitePage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";

export const listInvites = operation({
  method: "get",
  path: "/api/orgs/{org}/invites",
  summary: "Open invites of an organization",
  tag: "Invites",
  permission: "invite.read",
  on: "organization",
  query: PageQuery,
  returns: InvitePage,
  needs: ["clock", "invites"],
  async handle({ services, organizationId, query: { limit, cursor } }) {
    const found = await services.invites.list(organizationId, { limit: limit + 1, before: cursor });
    const items = found.slice(0, limit).map((invite) => inviteView(invite, services.clock.now()));
    return ok({ items, cursor: found.length > limit ? (items.at(-1)?.id ?? null) : null });
  },
});
