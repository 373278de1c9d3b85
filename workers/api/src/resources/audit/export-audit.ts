/** `GET /api/orgs/:org/audit/export?format=csv|jsonl` and the filters of the list: all of it as a file, page by page as it is read. */
import { auditEntry } from "@edgewright/audit";
import { AuditFilter } from "@edgewright/contracts";
import { iso, ok } from "@edgewright/core";
import { AUDIT_MEDIA, exportLines } from "@edgewright/exports";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { filterOf } from "./audit-view.ts";

export const exportAudit = operation({
  method: "get",
  path: "/api/orgs/{org}/audit/export",
  summary: "Download the log",
  tag: "Audit log",
  permission: "audit.export",
  on: "organization",
  query: AuditFilter.extend({ format: z.enum(["csv", "jsonl"]) }),
  media: "text/csv",
  needs: ["audit", "auditTrail", "clock"],
  async handle({ services, caller, organizationId, organization, query: { format, ...given } }) {
    const filter = filterOf(organizationId, given);
    if (!filter.ok) return filter;
    const what = { scope: organizationId, projectId: null, action: "audit.exported" as const, subject: organizationId };
    await services.audit.record(auditEntry(services.clock, caller.origin, { ...what, detail: { format, ...given } }));
    const name = `${organization.slug}-audit-${iso(services.clock.now()).slice(0, 10)}.${format}`;
    const headers = { "content-type": AUDIT_MEDIA[format], "content-disposition": `attachment; filename="${name}"` };
    return ok(new Response(await exportLines(services.auditTrail, filter.value, format), { headers }));
  },
});
