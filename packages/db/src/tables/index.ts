/** Every table: what drizzle-kit reads to write migrations, and what the database is opened with. */
export * from "./access.ts";
export * from "./audit.ts";
export * from "./auth.ts";
export * from "./chat.ts";
export * from "./deployments.ts";
export * from "./github.ts";
export * from "./idempotency.ts";
export * from "./jobs.ts";
export * from "./models.ts";
export * from "./organizations.ts";
export * from "./outbox.ts";
export * from "./projects.ts";
export * from "./questioning.ts";
export * from "./snapshots.ts";
export * from "./versions.ts";
