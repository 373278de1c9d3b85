/** How tables refer to each other. All in one file, so that table files need not import each other in a ring. */
import { relations } from "drizzle-orm";
import {
  agentJobs,
  chatMessages,
  chatSessions,
  codeVersions,
  members,
  organizations,
  projects,
  sourceFiles,
  users,
} from "./tables/index.ts";

export const projectRelations = relations(projects, ({ one, many }) => ({
  organization: one(organizations, { fields: [projects.organizationId], references: [organizations.id] }),
  versions: many(codeVersions),
  sessions: many(chatSessions),
}));

export const codeVersionRelations = relations(codeVersions, ({ one, many }) => ({
  project: one(projects, { fields: [codeVersions.projectId], references: [projects.id] }),
  files: many(sourceFiles),
}));

export const sourceFileRelations = relations(sourceFiles, ({ one }) => ({
  version: one(codeVersions, { fields: [sourceFiles.versionId], references: [codeVersions.id] }),
}));

export const chatSessionRelations = relations(chatSessions, ({ one, many }) => ({
  project: one(projects, { fields: [chatSessions.projectId], references: [projects.id] }),
  messages: many(chatMessages),
  jobs: many(agentJobs),
}));

export const chatMessageRelations = relations(chatMessages, ({ one }) => ({
  session: one(chatSessions, { fields: [chatMessages.sessionId], references: [chatSessions.id] }),
}));

export const agentJobRelations = relations(agentJobs, ({ one }) => ({
  session: one(chatSessions, { fields: [agentJobs.sessionId], references: [chatSessions.id] }),
}));

export const memberRelations = relations(members, ({ one }) => ({
  user: one(users, { fields: [members.userId], references: [users.id] }),
  organization: one(organizations, { fields: [members.organizationId], references: [organizations.id] }),
}));
