/** `POST /api/orgs/join`: joins by a confirmed address of a domain that the organization proved. */
import { joinByDomain } from "@edgewright/accounts";
import { AcceptedInvite, JoinOrganization } from "@edgewright/contracts";
import { personOperation } from "../../http/operation.ts";

export const joinOrganization = personOperation({
  method: "post",
  path: "/api/orgs/join",
  summary: "Join an organization by your address",
  tag: "Organization",
  body: JoinOrganization,
  returns: AcceptedInvite,
  needs: ["clock", "domains", "memberships"],
  handle: ({ services, caller, body }) => joinByDomain(services, body.organizationId, caller.user, caller.origin),
});
