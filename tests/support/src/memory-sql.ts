/** A Durable Object's synchronous SQLite in memory, for tests of what runs inside objects. */
import { nodeSql } from "@edgewright/app-server/standalone";

export const memorySql = () => nodeSql(":memory:");
