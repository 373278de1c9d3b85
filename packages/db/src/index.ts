/** The platform's database: tables, their relations, and the repositories that read and write them. */

export { createAuditTrail } from "./audit/index.ts";
export { type Database, schema } from "./database.ts";
export { createMeter, type SweptMeter } from "./metering/meter.ts";
export type { UsageRecords } from "./metering/month-usage.ts";
export type { IdempotencyRecords, KeptAnswer } from "./repositories/api/idempotency.ts";
export { type PageRecords, WORKSPACE_VERSIONS } from "./repositories/api/pages.ts";
export * from "./repositories.ts";
export { type SchemaVersion, schemaVersion } from "./schema-version.ts";
