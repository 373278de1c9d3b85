/** VersionSnapshots. Used by repositories/snapshots.ts. */
import type { ActorKind } from "@edgewright/audit";
import type { AppSchema, ProjectSettings, SnapshotReason } from "@edgewright/contracts";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { projects } from "./projects.ts";

export const versionSnapshots = sqliteTable(
  "version_snapshots",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    reason: text("reason").$type<SnapshotReason>().notNull(),
    /** A person's own words; null for those made by the platform. */
    note: text("note"),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    at: integer("at").notNull(),
    /** The current version; null before the first. */
    version: integer("version"),
    name: text("name").notNull(),
    settings: text("settings", { mode: "json" }).$type<Partial<ProjectSettings>>().notNull(),
    dataSchema: text("data_schema", { mode: "json" }).$type<AppSchema>(),
    /** Where the rows can be had back from; null when there were none to keep. */
    dataBookmark: text("data_bookmark"),
    deployments: text("deployments", { mode: "json" }).$type<{ kind: string; status: string; version: number; url: string }[]>().notNull(),
  },
  (table) => [index("version_snapshots_project").on(table.projectId, table.id)],
);
