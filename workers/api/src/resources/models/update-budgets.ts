/** `PUT /api/orgs/:org/budgets`: what a job and a month may cost. Calls under way keep what was set aside for them. */
import { auditEntry, changes } from "@edgewright/audit";
import { Budgets, MonthUsage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { monthOf } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const updateBudgets = operation({
  method: "put",
  path: "/api/orgs/{org}/budgets",
  summary: "Set the budgets of an organization",
  tag: "Organization",
  permission: "budgets.update",
  on: "organization",
  body: Budgets,
  returns: MonthUsage,
  needs: ["clock", "modelSettings", "usage"],
  async handle({ services, caller, organizationId, body }) {
    const { clock, modelSettings, usage } = services;
    const { jobBudget = null, monthBudget = null } = (await modelSettings.of(organizationId)).choice ?? {};
    const before = { jobBudget, monthBudget };
    const what = {
      scope: organizationId,
      projectId: null,
      action: "budgets.updated" as const,
      subject: organizationId,
      ...changes(before, body),
    };
    const by = { updatedBy: caller.user.id, updatedAt: clock.now() };
    await modelSettings.setBudgets(organizationId, body, by, auditEntry(clock, caller.origin, what));
    return ok(await usage.ofMonth(organizationId, monthOf(clock.now())));
  },
});
