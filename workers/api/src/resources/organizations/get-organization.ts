/** `GET /api/orgs/:org` */

import { organizationView } from "@edgewright/accounts";
import { Organization } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { keptOrganization } from "./kept-organization.ts";

export const getOrganization = operation({
  method: "get",
  path: "/api/orgs/{org}",
  summary: "An organization",
  tag: "Organization",
  permission: "organization.read",
  on: "organization",
  returns: Organization,
  needs: ["organizations"],
  async handle({ services, organization: { organizationId, role } }) {
    const kept = await keptOrganization(services, organizationId);
    return kept.ok ? ok(organizationView(kept.value, role)) : kept;
  },
});
