/** Deployments and publications. Used by repositories/deployments, and by access.ts for who may open a published app. */
import type { Origin } from "@edgewright/audit";
import {
  type AppVisibility,
  type Deployment,
  type DeploymentLine,
  type DeploymentStatus,
  type Environment,
  type Failure,
  OPEN_DEPLOYMENT_STATUSES,
  type ProviderName,
  type VariableEnvironment,
} from "@edgewright/contracts";
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { projects } from "./projects.ts";

const OPEN = sql.raw(OPEN_DEPLOYMENT_STATUSES.map((status) => `'${status}'`).join(", "));

export const deployments = sqliteTable(
  "deployments",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    kind: text("kind").$type<Deployment["kind"]>().notNull(),
    provider: text("provider").$type<ProviderName>().notNull(),
    environment: text("environment").$type<Environment>().notNull(),
    version: integer("version").notNull(),
    /** Also the journal: the step that is at work. */
    status: text("status").$type<DeploymentStatus>().notNull(),
    url: text("url").notNull(),
    buildOf: text("build_of").notNull(),
    origin: text("origin", { mode: "json" }).$type<Origin>().notNull(),
    accepts: text("accepts", { mode: "json" }).$type<string[]>().notNull(),
    error: text("error", { mode: "json" }).$type<Failure>(),
    log: text("log", { mode: "json" }).$type<DeploymentLine[]>().notNull().default([]),
    stopping: integer("stopping", { mode: "boolean" }).notNull().default(false),
    fence: integer("fence").notNull().default(0),
    /** Until when a consumer holds it; null: nobody does. */
    heldUntil: integer("held_until"),
    createdAt: integer("created_at").notNull(),
    finishedAt: integer("finished_at"),
  },
  (table) => [
    index("deployments_project").on(table.projectId, table.id),
    // At work on a project is one at a time.
    uniqueIndex("deployments_open").on(table.projectId).where(sql`${table.status} in (${OPEN})`),
  ],
);

/** What is published of a project, and for whom. A trigger marks open connections when it changes (migration 0011). */
export const publications = sqliteTable("publications", {
  projectId: text("project_id")
    .primaryKey()
    .references(() => projects.id, { onDelete: "cascade" }),
  /** null: nothing. */
  deploymentId: text("deployment_id"),
  visibility: text("visibility").$type<AppVisibility>().notNull().default("members"),
  /** Strangers are let in under a number: another one ends all that they hold. */
  linkNumber: integer("link_number").notNull().default(0),
});

/** Variables of an app's server code. Values are sealed, plain ones too. */
export const appVariables = sqliteTable(
  "app_variables",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    environment: text("environment").$type<VariableEnvironment>().notNull(),
    name: text("name").notNull(),
    secret: integer("secret", { mode: "boolean" }).notNull(),
    sealedValue: text("sealed_value").notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.environment, table.name] })],
);
