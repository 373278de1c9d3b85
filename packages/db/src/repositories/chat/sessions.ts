/** ChatSessions as rows. */
import type { SessionRecords } from "@edgewright/chat";
import { desc, eq } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditLog, chatSessions } from "../../tables/index.ts";

export const sessionRepository = (database: Database): SessionRecords => ({
  async get(id) {
    const [row] = await database.select().from(chatSessions).where(eq(chatSessions.id, id)).limit(1);
    return row ?? null;
  },

  async insert(session, audit) {
    await writeAll(database, [database.insert(chatSessions).values(session), database.insert(auditLog).values(audit)]);
  },

  async newestOf(projectId) {
    const [row] = await database
      .select()
      .from(chatSessions)
      .where(eq(chatSessions.projectId, projectId))
      .orderBy(desc(chatSessions.id))
      .limit(1);
    return row ?? null;
  },
});
