/** `GET /api/orgs`: all organizations of a person, those too that are deleted and can be brought back. */

import { organizationView } from "@edgewright/accounts";
import { OrganizationList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";

export const listOrganizations = personOperation({
  method: "get",
  path: "/api/orgs",
  summary: "Your organizations",
  tag: "Organization",
  returns: OrganizationList,
  needs: ["organizations"],
  async handle({ services, caller }) {
    const found = await services.organizations.ofUser(caller.user.id);
    const items = found.map(({ role, ...organization }) => organizationView(organization, role));
    return ok({ items, active: caller.organization.organizationId });
  },
});
