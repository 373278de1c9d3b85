/** `GET /api/orgs/:org/domains`: with the record that proves each. */
import { domainView } from "@edgewright/accounts";
import { OrganizationDomainList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listDomains = operation({
  method: "get",
  path: "/api/orgs/{org}/domains",
  summary: "Domains that an organization claims",
  tag: "Domains",
  permission: "domain.read",
  on: "organization",
  returns: OrganizationDomainList,
  needs: ["domains"],
  async handle({ services, organizationId }) {
    return ok({ items: (await services.domains.list(organizationId)).map(domainView) });
  },
});
