/** `GET /api/me/activity`: what happened to the person's own account, newest first. */
import { AuditFilter, AuditPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { personOperation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { auditPageView, filterOf } from "./audit-view.ts";

export const listActivity = personOperation({
  method: "get",
  path: "/api/me/activity",
  summary: "What happened to your account",
  tag: "Account",
  query: PageQuery.extend(AuditFilter.pick({ action: true, from: true, to: true }).shape),
  returns: AuditPage,
  needs: ["auditTrail"],
  async handle({ services, caller, query }) {
    const filter = filterOf(caller.user.id, query);
    if (!filter.ok) return filter;
    return ok(auditPageView(await services.auditTrail.list(filter.value, query), true));
  },
});
