/** `GET /api/orgs/:org/members`: those who joined first come first. */

import { memberView } from "@edgewright/accounts";
import { MemberPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";

export const listMembers = operation({
  method: "get",
  path: "/api/orgs/{org}/members",
  summary: "Members of an organization, with their roles on single projects",
  tag: "Members",
  permission: "member.read",
  on: "organization",
  query: PageQuery,
  returns: MemberPage,
  needs: ["members"],
  async handle({ services, organizationId, query: { limit, cursor } }) {
    const found = await services.members.list(organizationId, { limit: limit + 1, after: cursor });
    const items = found.slice(0, limit).map(memberView);
    return ok({ items, cursor: found.length > limit ? (items.at(-1)?.id ?? null) : null });
  },
});
