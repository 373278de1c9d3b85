/** What goes for good with an organization whose grace is over. Rows that refer to it go along by their references. */

import type { PurgeRecords } from "@edgewright/accounts";
import { last } from "@edgewright/core";
import { and, asc, eq, gt, inArray, lte, ne } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { apikeys, auditChains, auditLog, chatSessions, codeVersions, organizations, projects, sourceFiles } from "../../tables/index.ts";

/** D1 binds at most 100 parameters. */
const BLOBS_AT_ONCE = 90;

export function purgeRepository(database: Database): PurgeRecords {
  const blobsAfter = async (projectId: string, after: string) => {
    const rows = await database
      .selectDistinct({ sha256: sourceFiles.sha256 })
      .from(sourceFiles)
      .innerJoin(codeVersions, eq(codeVersions.id, sourceFiles.versionId))
      .where(and(eq(codeVersions.projectId, projectId), gt(sourceFiles.sha256, after)))
      .orderBy(asc(sourceFiles.sha256))
      .limit(BLOBS_AT_ONCE);
    return rows.map(({ sha256 }) => sha256);
  };
  const ofOthers = async (projectId: string, blobs: string[]) => {
    const rows = await database
      .selectDistinct({ sha256: sourceFiles.sha256 })
      .from(sourceFiles)
      .innerJoin(codeVersions, eq(codeVersions.id, sourceFiles.versionId))
      .where(and(inArray(sourceFiles.sha256, blobs), ne(codeVersions.projectId, projectId)));
    return new Set(rows.map(({ sha256 }) => sha256));
  };

  return {
    async due(deletedBefore, limit) {
      const rows = await database
        .select({ id: organizations.id })
        .from(organizations)
        .where(lte(organizations.deletedAt, deletedBefore))
        .orderBy(asc(organizations.deletedAt))
        .limit(limit);
      return rows.map(({ id }) => id);
    },

    async projects(organizationId, limit) {
      const rows = await database
        .select({ id: projects.id })
        .from(projects)
        .where(eq(projects.organizationId, organizationId))
        .orderBy(asc(projects.id))
        .limit(limit);
      return rows.map(({ id }) => id);
    },

    async sessions(projectId) {
      const rows = await database.select({ id: chatSessions.id }).from(chatSessions).where(eq(chatSessions.projectId, projectId));
      return rows.map(({ id }) => id);
    },

    async *ownBlobs(projectId) {
      for (let blobs = await blobsAfter(projectId, ""); blobs.length > 0; blobs = await blobsAfter(projectId, last(blobs))) {
        const shared = await ofOthers(projectId, blobs);
        yield blobs.filter((sha256) => !shared.has(sha256));
      }
    },

    async removeProject(projectId) {
      await database.delete(projects).where(eq(projects.id, projectId));
    },

    async removeLines(organizationId, limit) {
      const some = database.select({ id: auditLog.id }).from(auditLog).where(eq(auditLog.scope, organizationId)).limit(limit);
      const removed = await database.delete(auditLog).where(inArray(auditLog.id, some)).returning({ id: auditLog.id });
      return removed.length === limit;
    },

    async remove(organizationId, deletedBefore) {
      await writeAll(database, [
        database.delete(auditLog).where(eq(auditLog.scope, organizationId)),
        database.delete(auditChains).where(eq(auditChains.scope, organizationId)),
        database.delete(apikeys).where(eq(apikeys.referenceId, organizationId)),
        database.delete(organizations).where(and(eq(organizations.id, organizationId), lte(organizations.deletedAt, deletedBefore))),
      ]);
    },
  };
}
