/** Variables of apps as rows. Values stay sealed here. */
import type { VariableRecords } from "@edgewright/deployments";
import { and, eq } from "drizzle-orm";
import { type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { appVariables, auditLog } from "../../tables/index.ts";

const TARGET = [appVariables.projectId, appVariables.environment, appVariables.name];

export const variableRepository = (database: Database): VariableRecords => ({
  of: (projectId) => database.select().from(appVariables).where(eq(appVariables.projectId, projectId)).orderBy(appVariables.name),

  async change({ projectId, environment }, { set, removed }, audit) {
    const statements: Statement[] = [database.insert(auditLog).values(audit)];
    for (const row of set) statements.push(database.insert(appVariables).values(row).onConflictDoUpdate({ target: TARGET, set: row }));
    for (const name of removed) {
      const one = and(eq(appVariables.projectId, projectId), eq(appVariables.environment, environment), eq(appVariables.name, name));
      statements.push(database.delete(appVariables).where(one));
    }
    await writeAll(database, statements);
  },
});
