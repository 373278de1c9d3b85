/** Every kind of event the audit log knows. A new event is added here first. */
import { z } from "zod";

export const AuditAction = z.enum([
  "organization.created",
  "project.created",
  "project.updated",
  "project.deleted",
  "project.undeleted",
  "version.saved",
  "version.kept_as_draft",
  "version.restored",
  "message.sent",
  "message.edited",
  "queue.changed",
  "questions.answered",
  "plan.approved",
  "budget.raised",
  "job.retried",
  "job.continued",
  "job.cancelled",
  "preview.opened",
  "preview.shared",
  "data.row_created",
  "data.row_updated",
  "data.row_deleted",
  "models.updated",
  "budgets.updated",
]);
export type AuditAction = z.infer<typeof AuditAction>;
