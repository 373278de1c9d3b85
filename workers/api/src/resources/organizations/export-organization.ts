/** `GET /api/orgs/:org/export`: all of it as a zip, for those too whose organization is deleted and not yet purged. */
import { auditEntry } from "@edgewright/audit";
import { iso, ok } from "@edgewright/core";
import { exportFiles } from "@edgewright/exports";
import { zipStream } from "@edgewright/storage";
import { operation } from "../../http/operation.ts";
import { keptOrganization } from "./kept-organization.ts";

export const exportOrganization = operation({
  method: "get",
  path: "/api/orgs/{org}/export",
  summary: "Download an organization: members, projects with their current files and conversations, audit log",
  tag: "Organization",
  permission: "organization.export",
  on: "organization",
  media: "application/zip",
  needs: ["audit", "auditTrail", "blobs", "clock", "exports", "members", "organizations", "store"],
  async handle({ services, caller, organizationId }) {
    const kept = await keptOrganization(services, organizationId);
    if (!kept.ok) return kept;
    const what = { scope: organizationId, projectId: null, action: "organization.exported" as const, subject: organizationId };
    await services.audit.record(auditEntry(services.clock, caller.origin, what));
    const name = `${kept.value.slug}-${iso(services.clock.now()).slice(0, 10)}.zip`;
    const headers = { "content-type": "application/zip", "content-disposition": `attachment; filename="${name}"` };
    return ok(new Response(zipStream(exportFiles(services, kept.value)), { headers }));
  },
});
