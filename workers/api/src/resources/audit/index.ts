/** Operations on the audit log. */
import type { Operation } from "../../http/operation.ts";
import { exportAudit } from "./export-audit.ts";
import { listActivity } from "./list-activity.ts";
import { listAudit } from "./list-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

export const AUDIT: readonly Operation[] = [listAudit, exportAudit, verifyAudit, listActivity];
