/** How the API works on an app's rows: as this member, by the live version's schema and under its policies. */
import type { DataScope, RowWriter } from "@edgewright/contracts";
import type { ProjectRecord } from "@edgewright/projects";
import { z } from "zod";
import type { Caller } from "../../http/caller.ts";

export const TableParams = z.object({ table: z.string().min(1).max(100) });
export const RowParams = TableParams.extend({ id: z.string().min(1).max(100) });

export const ImportParams = z.object({ import: z.string().min(1).max(100) });

/** Whether the caller's role lets them write is for the route's permission. */
export const rowScope = ({ user: { id: userId, name, email }, organization: { role } }: Caller): DataScope => ({
  channel: "current",
  actor: { kind: "member", userId, may: "write", name, email, role },
});

/** The line in the organization's log comes with the row: the object that keeps the rows brings it there. */
export const rowWriter = (caller: Caller, { id, organizationId }: ProjectRecord): RowWriter => ({
  ...rowScope(caller),
  origin: { organizationId, projectId: id, way: caller.by.kind === "token" ? "token" : "screen", by: caller.origin },
});

/** An import has one line in the organization's log, whoever it is by. */
export const importWriter = (caller: Caller, { id, organizationId }: ProjectRecord): RowWriter => ({
  ...rowScope(caller),
  origin: { organizationId, projectId: id, way: "import", by: caller.origin },
});
