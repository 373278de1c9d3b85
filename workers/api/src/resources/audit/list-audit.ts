/** `GET /api/orgs/:org/audit?person=&action=&project=&from=&to=&cursor=&limit=`: what happened in an organization, newest first. */
import { can } from "@edgewright/accounts";
import { AuditFilter, AuditPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { auditPageView, filterOf } from "./audit-view.ts";

export const listAudit = operation({
  method: "get",
  path: "/api/orgs/{org}/audit",
  summary: "What happened in an organization",
  tag: "Audit log",
  permission: "audit.read",
  on: "organization",
  query: PageQuery.extend(AuditFilter.shape),
  returns: AuditPage,
  needs: ["auditTrail"],
  async handle({ services, caller, organizationId, query }) {
    const filter = filterOf(organizationId, query);
    if (!filter.ok) return filter;
    const page = await services.auditTrail.list(filter.value, query);
    return ok(auditPageView(page, can(caller.actor, "audit.export", { organizationId })));
  },
});
