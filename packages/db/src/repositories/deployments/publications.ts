/** Publications as rows. A project without one was never published. */
import type { PublicationRecords } from "@edgewright/deployments";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { auditLog, deployments, publications } from "../../tables/index.ts";

export const publicationRepository = (database: Database): PublicationRecords => ({
  async get(projectId) {
    const [row] = await database
      .select({
        visibility: publications.visibility,
        linkNumber: publications.linkNumber,
        deploymentId: deployments.id,
        version: deployments.version,
        buildOf: deployments.buildOf,
      })
      .from(publications)
      .leftJoin(deployments, eq(deployments.id, publications.deploymentId))
      .where(eq(publications.projectId, projectId));
    if (!row) return { live: null, visibility: "members", linkNumber: 0 };
    const { visibility, linkNumber, deploymentId, version, buildOf } = row;
    const live = deploymentId === null || version === null || buildOf === null ? null : { deploymentId, version, buildOf };
    return { live, visibility, linkNumber };
  },

  async setVisibility(projectId, visibility, audit) {
    await writeAll(database, [
      database
        .insert(publications)
        .values({ projectId, visibility, linkNumber: 1 })
        .onConflictDoUpdate({
          target: publications.projectId,
          set: { visibility, linkNumber: sql`${publications.linkNumber} + 1` },
        }),
      database.insert(auditLog).values(audit),
    ]);
  },

  async end(projectId, audit) {
    const published = and(eq(publications.projectId, projectId), isNotNull(publications.deploymentId));
    const written = await writeGuarded(database, [
      auditWhere(database, audit, sql`exists (select 1 from ${publications} where ${published})`),
      database
        .update(deployments)
        .set({ status: "superseded" })
        .where(and(eq(deployments.projectId, projectId), eq(deployments.status, "live"))),
      database.update(publications).set({ deploymentId: null }).where(published),
    ]);
    return written === "written";
  },
});
