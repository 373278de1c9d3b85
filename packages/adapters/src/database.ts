/** Opens the platform's database on a D1 binding. */
import { type Database, schema } from "@edgewright/db";
import { drizzle } from "drizzle-orm/d1";

export const openDatabase = (binding: D1Database): Database => drizzle(binding, { schema });
