/** Rules that set work off, and what they set off. */
import type { GitHubRecords } from "@edgewright/github";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { auditLog, githubRules, githubRuns } from "../../tables/index.ts";

type Rules = Pick<
  GitHubRecords,
  "rules" | "insertRule" | "updateRule" | "removeRule" | "beginRun" | "run" | "updateRun" | "runs" | "untold"
>;

export function ruleRepository(database: Database): Rules {
  const numbered = (projectId: string, id: string) => and(eq(githubRules.projectId, projectId), eq(githubRules.id, id));
  const present = (projectId: string, id: string) => sql`exists (select 1 from ${githubRules} where ${numbered(projectId, id)})`;

  return {
    rules: (projectId) => database.select().from(githubRules).where(eq(githubRules.projectId, projectId)).orderBy(asc(githubRules.id)),

    async insertRule(rule, audit) {
      await writeAll(database, [database.insert(githubRules).values(rule), database.insert(auditLog).values(audit)]);
    },

    async updateRule(projectId, id, change, audit) {
      const written = await writeGuarded(database, [
        auditWhere(database, audit, present(projectId, id)),
        database.update(githubRules).set(change).where(numbered(projectId, id)),
      ]);
      return written === "written";
    },

    async removeRule(projectId, id, audit) {
      const written = await writeGuarded(database, [
        auditWhere(database, audit, present(projectId, id)),
        database.delete(githubRules).where(numbered(projectId, id)),
      ]);
      return written === "written";
    },

    async beginRun(run) {
      try {
        await database.insert(githubRuns).values(run);
        return true;
      } catch (error) {
        if (constraintOf(error) === "UNIQUE constraint failed: github_runs.rule_id, github_runs.event_key") return false;
        throw error;
      }
    },

    async run(ruleId, eventKey) {
      const [row] = await database
        .select()
        .from(githubRuns)
        .where(and(eq(githubRuns.ruleId, ruleId), eq(githubRuns.eventKey, eventKey)));
      return row ?? null;
    },

    async updateRun(id, patch) {
      await database.update(githubRuns).set(patch).where(eq(githubRuns.id, id));
    },

    runs: (projectId, limit) =>
      database.select().from(githubRuns).where(eq(githubRuns.projectId, projectId)).orderBy(desc(githubRuns.id)).limit(limit),

    untold: (limit) => database.select().from(githubRuns).where(eq(githubRuns.told, false)).orderBy(asc(githubRuns.createdAt)).limit(limit),
  };
}
