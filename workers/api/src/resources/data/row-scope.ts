/** How the API works on an app's rows: as this member, by the live version's schema and under its policies. And what the log says of it. */
import { type AuditAction, auditEntry } from "@edgewright/audit";
import type { DataScope } from "@edgewright/contracts";
import type { ProjectRecord } from "@edgewright/projects";
import { z } from "zod";
import type { Caller } from "../../http/caller.ts";
import type { Services } from "../../services.ts";

export const TableParams = z.object({ table: z.string().min(1).max(100) });
export const RowParams = TableParams.extend({ id: z.string().min(1).max(100) });

/** Whether the caller's role lets them write is for the route's permission. */
export const rowScope = (caller: Caller): DataScope => ({
  channel: "current",
  actor: { kind: "member", userId: caller.user.id, may: "write" },
});

export async function recordRow(
  { audit, clock }: Services,
  caller: Caller,
  project: ProjectRecord,
  action: Extract<AuditAction, `data.${string}`>,
  row: { table: string; id: string },
): Promise<void> {
  const what = { scope: project.organizationId, projectId: project.id, action, subject: row.id, detail: { table: row.table } };
  await audit.record(auditEntry(clock, caller.origin, what));
}
