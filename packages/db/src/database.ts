/** The database as repositories see it: drizzle over D1. Opened in packages/adapters. */
import type { DrizzleD1Database } from "drizzle-orm/d1";
import * as relations from "./relations.ts";
import * as tables from "./tables/index.ts";

export const schema = { ...tables, ...relations };
export type Database = DrizzleD1Database<typeof schema> & { $client: D1Database };
