/** AgentJobs as rows. */
import type { JobRecord, JobRecords } from "@edgewright/chat";
import { FINAL_STATUSES } from "@edgewright/contracts";
import { and, asc, desc, eq, getTableColumns, gte, notInArray, sql } from "drizzle-orm";
import { type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { agentJobs, auditLog, chatMessages, chatSessions, outbox, projects } from "../../tables/index.ts";
import { lineIf } from "../audit/audit.ts";
import { newsOf } from "./outbox.ts";

/** Queued, at work or waiting. */
export const isOpen = notInArray(agentJobs.status, [...FINAL_STATUSES]);

/** Beside what the domain needs: the open jobs of a whole project or organization, which end with it. */
export type ProjectJobs = {
  openOfProject(projectId: string): Promise<JobRecord[]>;
  openOfOrganization(organizationId: string): Promise<JobRecord[]>;
};

export const jobRepository = (database: Database): JobRecords & ProjectJobs => ({
  async get(id) {
    const [row] = await database.select().from(agentJobs).where(eq(agentJobs.id, id)).limit(1);
    return row ?? null;
  },

  async update(id, patch) {
    if (Object.keys(patch).length > 0) await database.update(agentJobs).set(patch).where(eq(agentJobs.id, id));
  },

  async finish(id, patch, audit) {
    const ended = database.update(agentJobs).set(patch).where(eq(agentJobs.id, id));
    const open = sql`exists (select 1 from ${agentJobs} where ${agentJobs.id} = ${id} and ${isOpen})`;
    await writeAll(database, audit === null ? [ended] : [lineIf(database, audit, open), ended]);
  },

  openOfSession: (sessionId) =>
    database
      .select()
      .from(agentJobs)
      .where(and(eq(agentJobs.sessionId, sessionId), isOpen))
      .orderBy(asc(agentJobs.createdAt), asc(agentJobs.id)),

  async withdrawnOf(sessionId) {
    const rows = await database
      .select({ id: agentJobs.messageId })
      .from(agentJobs)
      .where(eq(agentJobs.sessionId, sessionId))
      .groupBy(agentJobs.messageId)
      .having(sql`sum(${agentJobs.status} <> 'cancelled' or ${agentJobs.usage} is not null) = 0`);
    return rows.map(({ id }) => id);
  },

  async ofMessage(sessionId, messageId) {
    const rows = await database
      .select({ id: agentJobs.id })
      .from(agentJobs)
      .where(and(eq(agentJobs.sessionId, sessionId), eq(agentJobs.messageId, messageId)));
    return rows.map(({ id }) => id);
  },

  async newestOfSession(sessionId) {
    const [row] = await database
      .select()
      .from(agentJobs)
      .where(eq(agentJobs.sessionId, sessionId))
      .orderBy(desc(agentJobs.createdAt), desc(agentJobs.id))
      .limit(1);
    return row ?? null;
  },

  askedByErrors: (projectId, since) =>
    database
      .select({ job: getTableColumns(agentJobs), text: chatMessages.text })
      .from(agentJobs)
      .innerJoin(chatMessages, eq(chatMessages.id, agentJobs.messageId))
      .where(and(eq(agentJobs.projectId, projectId), eq(agentJobs.trigger, "error"), gte(agentJobs.createdAt, since))),

  openOfProject: (projectId) =>
    database
      .select()
      .from(agentJobs)
      .where(and(eq(agentJobs.projectId, projectId), isOpen))
      .orderBy(asc(agentJobs.createdAt), asc(agentJobs.id)),

  openOfOrganization: (organizationId) =>
    database
      .select(getTableColumns(agentJobs))
      .from(agentJobs)
      .innerJoin(projects, eq(projects.id, agentJobs.projectId))
      .where(and(eq(projects.organizationId, organizationId), isOpen)),

  async queue(input) {
    const statements: Statement[] = [
      database.insert(agentJobs).values(input.job),
      database.insert(auditLog).values(input.audit),
      database.insert(outbox).values(newsOf(input.outbox)),
      database.update(projects).set({ updatedAt: input.job.createdAt }).where(eq(projects.id, input.job.projectId)),
    ];
    if (input.message) statements.unshift(database.insert(chatMessages).values(input.message));
    if (input.session) statements.unshift(database.insert(chatSessions).values(input.session));
    await writeAll(database, statements);
  },
});
