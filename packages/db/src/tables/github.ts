/** GitHub: connected installations, linked repositories, what was heard from there, and the rules that set work off. Used by repositories/github. */
import type { GitHubStop, GitHubWhen, PullResult } from "@edgewright/contracts";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { organizations } from "./auth.ts";
import { projects } from "./projects.ts";

export const githubInstallations = sqliteTable(
  "github_installations",
  {
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    installationId: integer("installation_id").notNull(),
    account: text("account").notNull(),
    accountType: text("account_type", { enum: ["User", "Organization"] }).notNull(),
    status: text("status", { enum: ["active", "suspended", "removed"] }).notNull(),
    selection: text("selection", { enum: ["all", "selected"] }).notNull(),
    permissions: text("permissions", { mode: "json" }).$type<Record<string, string>>().notNull(),
    connectedBy: text("connected_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.installationId] }),
    index("github_installations_installation").on(table.installationId),
  ],
);

/** What a person went to GitHub with. Whoever comes back must bring it, once. */
export const githubConnects = sqliteTable("github_connects", {
  /** SHA-256 of the state. */
  stateHash: text("state_hash").primaryKey(),
  organizationId: text("organization_id")
    .notNull()
    .references(() => organizations.id, { onDelete: "cascade" }),
  userId: text("user_id").notNull(),
  expiresAt: integer("expires_at").notNull(),
});

export const githubLinks = sqliteTable(
  "github_links",
  {
    projectId: text("project_id")
      .primaryKey()
      .references(() => projects.id, { onDelete: "cascade" }),
    installationId: integer("installation_id").notNull(),
    /** GitHub's own number: it stays when the repository is renamed or moves. */
    repositoryId: integer("repository_id").notNull(),
    owner: text("owner").notNull(),
    repo: text("repo").notNull(),
    branch: text("branch").notNull(),
    /** The commit whose files are all in the current version, and the version whose files are all in it. */
    headSha: text("head_sha"),
    headVersion: integer("head_version"),
    behind: integer("behind").notNull().default(0),
    stopped: text("stopped", { mode: "json" }).$type<GitHubStop>(),
    syncedAt: integer("synced_at"),
    /** When it was last looked at, for the sweep. */
    lookedAt: integer("looked_at").notNull().default(0),
    /** One consumer at a time; its writes carry its token. */
    leaseToken: text("lease_token"),
    leaseUntil: integer("lease_until").notNull().default(0),
    /** How often it was asked for while a consumer was at work. */
    asked: integer("asked").notNull().default(0),
    /** The admin in whose name a merged pull request is published; null: none is. */
    publishes: text("publishes"),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [uniqueIndex("github_links_branch").on(table.repositoryId, table.branch), index("github_links_looked").on(table.lookedAt)],
);

export const githubCommits = sqliteTable(
  "github_commits",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    sha: text("sha").notNull(),
    version: integer("version").notNull(),
    direction: text("direction", { enum: ["push", "pull"] }).notNull(),
    message: text("message").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.sha] }), index("github_commits_version").on(table.projectId, table.version)],
);

export const githubDeliveries = sqliteTable(
  "github_deliveries",
  {
    /** As GitHub counts deliveries: the same when it is sent again. */
    id: text("id").primaryKey(),
    event: text("event").notNull(),
    /** What is read of its body. */
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    receivedAt: integer("received_at").notNull(),
    doneAt: integer("done_at"),
  },
  (table) => [index("github_deliveries_received").on(table.receivedAt)],
);

export const githubRules = sqliteTable(
  "github_rules",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    when: text("when_json", { mode: "json" }).$type<GitHubWhen>().notNull(),
    template: text("template").notNull(),
    /** Whether its work goes to a branch and a pull request, or is live at once. */
    target: text("target", { enum: ["branch", "direct"] })
      .notNull()
      .default("direct"),
    enabled: integer("enabled", { mode: "boolean" }).notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [index("github_rules_project").on(table.projectId)],
);

export const githubRuns = sqliteTable(
  "github_runs",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    ruleId: text("rule_id").notNull(),
    when: text("when_json", { mode: "json" }).$type<GitHubWhen>().notNull(),
    /** One event sets off at most one job per rule. */
    eventKey: text("event_key").notNull(),
    event: text("event").notNull(),
    url: text("url"),
    by: text("by_login").notNull(),
    /** Where it answers; null: nowhere. */
    issue: integer("issue"),
    commentId: integer("comment_id"),
    status: text("status", { enum: ["working", "done", "failed", "refused"] }).notNull(),
    says: text("says"),
    jobId: text("job_id"),
    /** The branch that its work goes to. */
    branch: text("branch"),
    version: integer("version"),
    /** Whether its end was told on GitHub, or there is nowhere to. */
    told: integer("told", { mode: "boolean" }).notNull().default(false),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("github_runs_event").on(table.ruleId, table.eventKey),
    index("github_runs_project").on(table.projectId, table.id),
    index("github_runs_told").on(table.told, table.createdAt),
  ],
);

/** Pull requests into a project's branch, and how far each was looked at. */
export const githubPulls = sqliteTable(
  "github_pulls",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    title: text("title").notNull().default(""),
    by: text("by_login").notNull().default(""),
    url: text("url").notNull().default(""),
    state: text("state", { enum: ["open", "closed", "merged"] })
      .notNull()
      .default("open"),
    /** Whether its commits are in the repository itself, and not in somebody's fork. */
    trusted: integer("trusted", { mode: "boolean" }).notNull().default(false),
    /** The commit that it ends in. */
    sha: text("sha").notNull().default(""),
    /** The commit that was looked at to the end, and told of. */
    doneSha: text("done_sha"),
    result: text("result", { mode: "json" }).$type<PullResult>(),
    /** Whether it has a preview. */
    shown: integer("shown", { mode: "boolean" }).notNull().default(false),
    checkId: integer("check_id"),
    checkSha: text("check_sha"),
    commentId: integer("comment_id"),
    /** Of a merged one that is to be published as soon as its commit is here. */
    publishSha: text("publish_sha"),
    leaseToken: text("lease_token"),
    leaseUntil: integer("lease_until").notNull().default(0),
    asked: integer("asked").notNull().default(0),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.number] })],
);

/** Work beside a project's own line: versions that go to a branch on GitHub, and from there into a pull request. */
export const githubBranches = sqliteTable(
  "github_branches",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    title: text("title").notNull(),
    /** The version that it parted from. */
    base: integer("base").notNull(),
    /** Its newest version. */
    tip: integer("tip"),
    /** The commit that it ends in on GitHub, and the version whose files are all in it. */
    headSha: text("head_sha"),
    headVersion: integer("head_version"),
    /** Whether a pull request is wanted, and its number once there is one. */
    wanted: integer("wanted", { mode: "boolean" }).notNull(),
    pull: integer("pull"),
    /** Why it does not go on. */
    says: text("says"),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [uniqueIndex("github_branches_name").on(table.projectId, table.name)],
);
