/** The AuditLog as rows, for events that go with no other write. */
import type { AuditLog } from "@edgewright/audit";
import type { Database } from "../database.ts";
import { auditLog } from "../tables/index.ts";

export const auditRepository = (database: Database): AuditLog => ({
  async record(entry) {
    await database.insert(auditLog).values(entry);
  },
});
