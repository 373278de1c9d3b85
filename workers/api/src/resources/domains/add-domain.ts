/** `POST /api/orgs/:org/domains`: claims a domain; it counts once it is verified. */
import { addDomain as add, domainView } from "@edgewright/accounts";
import { AddDomain, OrganizationDomain } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const addDomain = operation({
  method: "post",
  path: "/api/orgs/{org}/domains",
  summary: "Claim a domain",
  tag: "Domains",
  permission: "domain.update",
  on: "organization",
  body: AddDomain,
  status: 201,
  returns: OrganizationDomain,
  needs: ["clock", "domains", "txtLookup"],
  async handle({ services, caller, organizationId, body }) {
    const input = { organizationId, typed: body.domain, role: body.role, by: caller.user.id, origin: caller.origin };
    const added = await add(services, input);
    return added.ok ? ok(domainView(added.value)) : added;
  },
});
