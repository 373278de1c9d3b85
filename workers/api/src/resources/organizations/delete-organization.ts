/** `DELETE /api/orgs/:org`: softly, so that it can be undone; its open jobs stop and its previews end. */
import { organizationView, deleteOrganization as remove } from "@edgewright/accounts";
import { stopJob } from "@edgewright/chat";
import { DeleteOrganization, Organization } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { keptOrganization } from "./kept-organization.ts";

export const deleteOrganization = operation({
  method: "delete",
  path: "/api/orgs/{org}",
  summary: "Delete an organization; for 30 days it can be brought back",
  tag: "Organization",
  permission: "organization.delete",
  on: "organization",
  body: DeleteOrganization,
  returns: Organization,
  needs: ["background", "clock", "jobs", "organizations", "outboxDeps", "stream"],
  async handle({ services, caller, organization: { organizationId, role }, body }) {
    const kept = await keptOrganization(services, organizationId);
    if (!kept.ok) return kept;
    const deleted = await remove(services, kept.value, body.name, caller.origin);
    if (!deleted.ok) return deleted;
    const stopAll = async () => {
      for (const job of await services.jobs.openOfOrganization(organizationId)) await stopJob(services, job);
    };
    services.background(stopAll());
    return ok(organizationView(deleted.value, role));
  },
});
