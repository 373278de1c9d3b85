/** `POST /api/orgs/:org/domains/:domain/verify`: looks for the TXT record. */
import { domainView, verifyDomain as verify } from "@edgewright/accounts";
import { OrganizationDomain } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const verifyDomain = operation({
  method: "post",
  path: "/api/orgs/{org}/domains/{domain}/verify",
  summary: "Verify a domain by its DNS record",
  tag: "Domains",
  permission: "domain.update",
  on: "organization",
  params: z.object({ domain: z.string().max(100) }),
  returns: OrganizationDomain,
  needs: ["clock", "domains", "txtLookup"],
  async handle({ services, caller, organizationId, params: { domain } }) {
    const done = await verify(services, { organizationId, domainId: domain, origin: caller.origin });
    return done.ok ? ok(domainView(done.value)) : done;
  },
});
