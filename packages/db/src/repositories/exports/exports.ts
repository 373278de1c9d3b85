/** What an organization takes with it when it is exported. */
import { ProjectSettings } from "@edgewright/contracts";
import type { ExportRecords } from "@edgewright/exports";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { chatMessages, chatSessions, projects } from "../../tables/index.ts";

export const exportRepository = (database: Database): ExportRecords => ({
  async projects(organizationId: string, { after, limit }) {
    const rows = await database
      .select()
      .from(projects)
      .where(and(eq(projects.organizationId, organizationId), after === null ? undefined : gt(projects.id, after)))
      .orderBy(asc(projects.id))
      .limit(limit);
    return rows.map((row) => ({ ...row, settings: ProjectSettings.parse(row.settings) }));
  },

  async messages(projectId: string, { after, limit }) {
    const { id, sessionId, role, text, authorId, jobId, createdAt } = chatMessages;
    return database
      .select({ id, sessionId, role, text, authorId, jobId, createdAt })
      .from(chatMessages)
      .innerJoin(chatSessions, eq(chatSessions.id, chatMessages.sessionId))
      .where(and(eq(chatSessions.projectId, projectId), after === null ? undefined : gt(chatMessages.id, after)))
      .orderBy(asc(chatMessages.id))
      .limit(limit);
  },
});
