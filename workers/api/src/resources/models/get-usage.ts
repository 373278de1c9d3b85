/** `GET /api/orgs/:org/usage?month=YYYY-MM`: what an organization's models took, and what is left of its budget. */
import { Month, MonthUsage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { monthOf } from "@edgewright/models";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const getUsage = operation({
  method: "get",
  path: "/api/orgs/{org}/usage",
  summary: "Usage and costs of a month",
  tag: "Organization",
  permission: "usage.read",
  on: "organization",
  query: z.object({ month: Month.optional() }),
  returns: MonthUsage,
  needs: ["clock", "usage"],
  handle: async ({ services, organizationId, query }) =>
    ok(await services.usage.ofMonth(organizationId, query.month ?? monthOf(services.clock.now()))),
});
