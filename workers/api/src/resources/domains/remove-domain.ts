/** `DELETE /api/orgs/:org/domains/:domain`: answers with the domain that was. */
import { domainView, removeDomain as remove } from "@edgewright/accounts";
import { OrganizationDomain } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const removeDomain = operation({
  method: "delete",
  path: "/api/orgs/{org}/domains/{domain}",
  summary: "Give a domain up; those who joined by it stay",
  tag: "Domains",
  permission: "domain.update",
  on: "organization",
  params: z.object({ domain: z.string().max(100) }),
  returns: OrganizationDomain,
  needs: ["clock", "domains", "txtLookup"],
  async handle({ services, caller, organizationId, params: { domain } }) {
    const done = await remove(services, { organizationId, domainId: domain, origin: caller.origin });
    return done.ok ? ok(domainView(done.value)) : done;
  },
});
