/** A job as the API shows it. */
import type { JobRecord } from "@edgewright/chat";
import type { Job } from "@edgewright/contracts";
import { iso } from "@edgewright/core";

export const jobView = ({ messageId: _, requestedBy: __, continues: ___, trigger: ____, ...job }: JobRecord): Job => ({
  ...job,
  createdAt: iso(job.createdAt),
  finishedAt: job.finishedAt === null ? null : iso(job.finishedAt),
});
