/** CodeVersions and their SourceFiles. Used by repositories/versions.ts. */
import type { Finding } from "@edgewright/contracts";
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { projects } from "./projects.ts";

export const codeVersions = sqliteTable(
  "code_versions",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    parent: integer("parent"),
    treeHash: text("tree_hash").notNull(),
    fileCount: integer("file_count").notNull(),
    authorKind: text("author_kind", { enum: ["person", "agent", "github"] }).notNull(),
    authorId: text("author_id").notNull(),
    authorName: text("author_name").notNull(),
    message: text("message").notNull(),
    status: text("status", { enum: ["ok", "draft"] }).notNull(),
    findings: text("findings", { mode: "json" }).$type<Finding[]>().notNull(),
    jobId: text("job_id").unique(),
    messageId: text("message_id"),
    restoredFrom: integer("restored_from"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [uniqueIndex("code_versions_project_number").on(table.projectId, table.number)],
);

export const sourceFiles = sqliteTable(
  "source_files",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => codeVersions.id, { onDelete: "cascade" }),
    path: text("path").notNull(),
    sha256: text("sha256").notNull(),
    size: integer("size").notNull(),
    mode: text("mode").notNull(),
    text: integer("is_text", { mode: "boolean" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.path] })],
);
