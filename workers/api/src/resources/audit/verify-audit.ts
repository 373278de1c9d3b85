/** `GET /api/orgs/:org/audit/verify?from=`: checks the log against its hash chain. A long one in several requests. */
import { AuditProof } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const verifyAudit = operation({
  method: "get",
  path: "/api/orgs/{org}/audit/verify",
  summary: "Check that no line of the log was altered or removed",
  tag: "Audit log",
  permission: "audit.verify",
  on: "organization",
  query: z.object({ from: z.coerce.number().int().min(1).optional() }),
  returns: AuditProof,
  needs: ["auditTrail"],
  async handle({ services, organizationId, query: { from } }) {
    const proof = await services.auditTrail.check(organizationId, from);
    return ok({ ok: proof.faults.length === 0, ...proof });
  },
});
