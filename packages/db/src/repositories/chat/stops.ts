/** In the batch that deletes what they work on: the open jobs of projects are to be stopped. */
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { agentJobs, outbox } from "../../tables/index.ts";
import { isOpen } from "./jobs.ts";

/** @param projectIds a select of them */
export const stopsOf = (database: Database, projectIds: SQL, at: number) =>
  database
    .insert(outbox)
    .select(
      sql`select 'out_' || substr(${agentJobs.id}, 5) || '_stop',
        json_object('stop', json_object('sessionId', ${agentJobs.sessionId}, 'jobId', ${agentJobs.id})), ${at}
        from ${agentJobs} where ${agentJobs.projectId} in (${projectIds}) and ${isOpen}`,
    )
    .onConflictDoNothing({ target: outbox.id });
