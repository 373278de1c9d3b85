/** `PATCH /api/orgs/:org`: its name, its address, and how long its audit log is kept. */
import { organizationView, updateOrganization as update } from "@edgewright/accounts";
import { Organization, UpdateOrganization } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { keptOrganization } from "./kept-organization.ts";

export const updateOrganization = operation({
  method: "patch",
  path: "/api/orgs/{org}",
  summary: "Change an organization: name, address, how long its audit log is kept",
  tag: "Organization",
  permission: "organization.update",
  on: "organization",
  body: UpdateOrganization,
  returns: Organization,
  needs: ["clock", "organizations"],
  async handle({ services, caller, organization: { organizationId, role }, body }) {
    const kept = await keptOrganization(services, organizationId);
    if (!kept.ok) return kept;
    const updated = await update(services, kept.value, body, caller.origin);
    return updated.ok ? ok(organizationView(updated.value, role)) : updated;
  },
});
