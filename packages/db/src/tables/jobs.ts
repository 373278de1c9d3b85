/** AgentJobs. Used by repositories/jobs.ts. */
import type { Failure, JobStatus, PlanStep, Usage } from "@edgewright/contracts";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { chatSessions } from "./chat.ts";
import { projects } from "./projects.ts";

export const agentJobs = sqliteTable(
  "agent_jobs",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => chatSessions.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    messageId: text("message_id").notNull(),
    requestedBy: text("requested_by").notNull(),
    continues: text("continues"),
    /** The branch it works on; null: the project's own line. */
    branch: text("branch"),
    trigger: text("trigger", { enum: ["person", "error"] })
      .notNull()
      .default("person"),
    status: text("status").$type<JobStatus>().notNull(),
    model: text("model").notNull(),
    plan: text("plan", { mode: "json" }).$type<PlanStep[]>().notNull(),
    usage: text("usage", { mode: "json" }).$type<Usage>(),
    error: text("error", { mode: "json" }).$type<Failure>(),
    baseVersion: integer("base_version"),
    resultVersion: integer("result_version"),
    createdAt: integer("created_at").notNull(),
    finishedAt: integer("finished_at"),
  },
  (table) => [index("agent_jobs_session").on(table.sessionId, table.status), index("agent_jobs_project").on(table.projectId, table.status)],
);
