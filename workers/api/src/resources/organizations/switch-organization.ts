/** `POST /api/orgs/:org/switch`: this session works in it from now on. */

import { organizationView } from "@edgewright/accounts";
import { auditEntry } from "@edgewright/audit";
import { Organization } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { keptOrganization } from "./kept-organization.ts";

export const switchOrganization = operation({
  method: "post",
  path: "/api/orgs/{org}/switch",
  summary: "Work in another organization",
  tag: "Organization",
  permission: "organization.switch",
  on: "organization",
  returns: Organization,
  needs: ["clock", "organizations"],
  async handle({ services, caller, organization: { organizationId, role } }) {
    const kept = await keptOrganization(services, organizationId);
    if (!kept.ok) return kept;
    const what = {
      scope: caller.user.id,
      projectId: null,
      action: "account.organization_switched" as const,
      subject: organizationId,
    };
    await services.organizations.switchTo(caller.by.id, organizationId, auditEntry(services.clock, caller.origin, what));
    return ok(organizationView(kept.value, role));
  },
});
