/** Projects. Used by repositories/projects.ts and, for the guarded pointer, repositories/versions.ts. */
import type { AppHosts, ProjectSettings } from "@edgewright/contracts";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { organizations } from "./auth.ts";

export const projects = sqliteTable(
  "projects",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    slug: text("slug").notNull().unique(),
    currentVersion: integer("current_version"),
    /** Share links carry the number they were made under: another one ends them all. */
    shareNumber: integer("share_number").notNull().default(0),
    settings: text("settings", { mode: "json" }).$type<Partial<ProjectSettings>>().notNull().default({}),
    /** Outside hosts that an admin has confirmed for the app. Apart from the settings, so that no write of those touches it. */
    confirmedHosts: text("confirmed_hosts", { mode: "json" }).$type<AppHosts>().notNull().default({}),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    deletedAt: integer("deleted_at"),
  },
  (table) => [index("projects_organization_updated").on(table.organizationId, table.updatedAt, table.id)],
);
