/** What better-auth's organization plugin lacks: invites by link, roles on single projects, and claimed domains. Used by repositories of the same names. */
import type { Role } from "@edgewright/contracts";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { organizations, users } from "./auth.ts";
import { projects } from "./projects.ts";

export const invites = sqliteTable(
  "invites",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** null: by link, for whoever has it. */
    email: text("email"),
    role: text("role").$type<Role>().notNull(),
    status: text("status", { enum: ["open", "accepted", "revoked"] }).notNull(),
    /** SHA-256 of what the link carries. */
    secretHash: text("secret_hash").notNull().unique(),
    /** How many joined by it. */
    uses: integer("uses").notNull().default(0),
    expiresAt: integer("expires_at").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    createdByName: text("created_by_name").notNull(),
  },
  (table) => [
    index("invites_organization").on(table.organizationId, table.status, table.id),
    uniqueIndex("invites_open").on(table.organizationId, table.email).where(sql`${table.status} = 'open'`),
  ],
);

/** On this project the member has this role instead of the organization's. */
export const projectRoles = sqliteTable(
  "project_roles",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    setBy: text("set_by").notNull(),
    setAt: integer("set_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.userId] }), index("project_roles_user").on(table.userId)],
);

/** What roles a person has in a project's app, of those that its app.json declares. */
export const appRoles = sqliteTable(
  "app_roles",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    givenBy: text("given_by").notNull(),
    givenAt: integer("given_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.userId, table.role] }), index("app_roles_user").on(table.userId)],
);

/** The same of somebody who is invited: theirs when they join. */
export const invitedAppRoles = sqliteTable(
  "invited_app_roles",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    inviteId: text("invite_id")
      .notNull()
      .references(() => invites.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    givenBy: text("given_by").notNull(),
    givenAt: integer("given_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.inviteId, table.role] }), index("invited_app_roles_invite").on(table.inviteId)],
);

export const organizationDomains = sqliteTable(
  "organization_domains",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    /** In ASCII (punycode) and lower case. */
    domain: text("domain").notNull(),
    /** What the DNS record must say. */
    challenge: text("challenge").notNull(),
    role: text("role").$type<Role>().notNull(),
    verifiedAt: integer("verified_at"),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("organization_domains_organization").on(table.organizationId, table.domain),
    uniqueIndex("organization_domains_verified").on(table.domain).where(sql`${table.verifiedAt} is not null`),
  ],
);
