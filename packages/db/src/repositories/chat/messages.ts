/** ChatMessages as rows. */
import type { MessageRecords } from "@edgewright/chat";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { chatMessages } from "../../tables/index.ts";

export const messageRepository = (database: Database): MessageRecords => ({
  async get(id) {
    const [row] = await database.select().from(chatMessages).where(eq(chatMessages.id, id)).limit(1);
    return row ?? null;
  },

  ofSession: (sessionId) =>
    database
      .select()
      .from(chatMessages)
      .where(eq(chatMessages.sessionId, sessionId))
      .orderBy(asc(chatMessages.createdAt), asc(chatMessages.id)),

  async edit(id, text) {
    await database.update(chatMessages).set({ text }).where(eq(chatMessages.id, id));
  },

  async toldTo(id, jobId) {
    await database.update(chatMessages).set({ jobId }).where(eq(chatMessages.id, id));
  },

  async add(message) {
    await database.insert(chatMessages).values(message).onConflictDoNothing({ target: chatMessages.id });
  },
});
