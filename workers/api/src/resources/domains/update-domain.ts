/** `PATCH /api/orgs/:org/domains/:domain`: the role of those who join by it. */
import { domainView, setDomainRole } from "@edgewright/accounts";
import { OrganizationDomain, UpdateDomain } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const updateDomain = operation({
  method: "patch",
  path: "/api/orgs/{org}/domains/{domain}",
  summary: "Set the role of those who join by a domain",
  tag: "Domains",
  permission: "domain.update",
  on: "organization",
  params: z.object({ domain: z.string().max(100) }),
  body: UpdateDomain,
  returns: OrganizationDomain,
  needs: ["clock", "domains", "txtLookup"],
  async handle({ services, caller, organizationId, params: { domain }, body }) {
    const done = await setDomainRole(services, { organizationId, domainId: domain, origin: caller.origin }, body.role);
    return done.ok ? ok(domainView(done.value)) : done;
  },
});
