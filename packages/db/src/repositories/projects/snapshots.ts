/** VersionSnapshots as rows. */
import { AUTOMATIC_KEPT, type SnapshotRecord, type SnapshotRecords } from "@edgewright/audit";
import { and, desc, eq, gte, isNotNull, lt, ne, notInArray } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditLog, versionSnapshots } from "../../tables/index.ts";

export function snapshotRepository(database: Database): SnapshotRecords {
  const automatic = (projectId: string) => and(eq(versionSnapshots.projectId, projectId), ne(versionSnapshots.reason, "by_hand"));
  const newestAutomatic = (projectId: string) =>
    database
      .select({ id: versionSnapshots.id })
      .from(versionSnapshots)
      .where(automatic(projectId))
      .orderBy(desc(versionSnapshots.id))
      .limit(AUTOMATIC_KEPT);

  return {
    async insert(snapshot: SnapshotRecord, audit) {
      await writeAll(database, [
        database.insert(versionSnapshots).values(snapshot),
        database.insert(auditLog).values(audit),
        database
          .delete(versionSnapshots)
          .where(and(automatic(snapshot.projectId), notInArray(versionSnapshots.id, newestAutomatic(snapshot.projectId)))),
      ]);
    },

    async get(projectId, id) {
      const [row] = await database
        .select()
        .from(versionSnapshots)
        .where(and(eq(versionSnapshots.projectId, projectId), eq(versionSnapshots.id, id)));
      return row ?? null;
    },

    list: (projectId, page) =>
      database
        .select()
        .from(versionSnapshots)
        .where(and(eq(versionSnapshots.projectId, projectId), page.before === null ? undefined : lt(versionSnapshots.id, page.before)))
        .orderBy(desc(versionSnapshots.id))
        .limit(page.limit),

    async projectsSince(at) {
      const rows = await database
        .selectDistinct({ projectId: versionSnapshots.projectId })
        .from(versionSnapshots)
        .where(gte(versionSnapshots.at, at));
      return rows.map(({ projectId }) => projectId);
    },

    async bookmarks(projectId) {
      const rows = await database
        .select({ id: versionSnapshots.id })
        .from(versionSnapshots)
        .where(and(eq(versionSnapshots.projectId, projectId), isNotNull(versionSnapshots.dataBookmark)));
      return rows.map(({ id }) => id);
    },

    async decided(auditId) {
      const rows = await database.select({ id: auditLog.id }).from(auditLog).where(eq(auditLog.id, auditId));
      return rows.length > 0;
    },
  };
}
