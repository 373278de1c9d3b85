/** `POST /api/orgs/:org/undelete` */
import { organizationView, undeleteOrganization as undelete } from "@edgewright/accounts";
import { Organization } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { keptOrganization } from "./kept-organization.ts";

export const undeleteOrganization = operation({
  method: "post",
  path: "/api/orgs/{org}/undelete",
  summary: "Bring a deleted organization back",
  tag: "Organization",
  permission: "organization.undelete",
  on: "organization",
  returns: Organization,
  needs: ["clock", "organizations"],
  async handle({ services, caller, organization: { organizationId, role } }) {
    const kept = await keptOrganization(services, organizationId);
    if (!kept.ok) return kept;
    const back = await undelete(services, kept.value, caller.origin);
    return back.ok ? ok(organizationView(back.value, role)) : back;
  },
});
