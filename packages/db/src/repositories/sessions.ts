/** ChatSessions as rows. */
import type { SessionRecords } from "@edgewright/chat";
import { desc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { chatSessions } from "../tables/index.ts";

export const sessionRepository = (database: Database): SessionRecords => ({
  async get(id) {
    const [row] = await database.select().from(chatSessions).where(eq(chatSessions.id, id)).limit(1);
    return row ?? null;
  },

  async insert(session) {
    await database.insert(chatSessions).values(session);
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
