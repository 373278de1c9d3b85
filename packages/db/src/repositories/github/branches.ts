/** Work beside a project's own line, as rows. */
import type { GitHubRecords } from "@edgewright/github";
import { and, desc, eq, isNotNull, isNull, ne, or } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditLog, githubBranches } from "../../tables/index.ts";

type Branches = Pick<GitHubRecords, "branches" | "unfinishedBranches" | "branch" | "branchNamed" | "insertBranch" | "updateBranch">;

export const branchRepository = (database: Database): Branches => ({
  branches: (projectId, limit) =>
    database.select().from(githubBranches).where(eq(githubBranches.projectId, projectId)).orderBy(desc(githubBranches.id)).limit(limit),

  async unfinishedBranches(limit) {
    const behind = or(isNull(githubBranches.headVersion), ne(githubBranches.headVersion, githubBranches.tip));
    const lacking = and(eq(githubBranches.wanted, true), isNull(githubBranches.pull));
    const rows = await database
      .select({ id: githubBranches.id })
      .from(githubBranches)
      .where(and(isNotNull(githubBranches.tip), isNull(githubBranches.says), or(behind, lacking)))
      .limit(limit);
    return rows.map(({ id }) => id);
  },

  async branch(id) {
    const [row] = await database.select().from(githubBranches).where(eq(githubBranches.id, id));
    return row ?? null;
  },

  async branchNamed(projectId, name) {
    const [row] = await database
      .select()
      .from(githubBranches)
      .where(and(eq(githubBranches.projectId, projectId), eq(githubBranches.name, name)));
    return row ?? null;
  },

  async insertBranch(branch) {
    try {
      await database.insert(githubBranches).values(branch);
      return true;
    } catch (error) {
      if (constraintOf(error) === "UNIQUE constraint failed: github_branches.project_id, github_branches.name") return false;
      throw error;
    }
  },

  async updateBranch(id, patch, audit) {
    await writeAll(database, [
      database.update(githubBranches).set(patch).where(eq(githubBranches.id, id)),
      ...(audit ? [database.insert(auditLog).values(audit)] : []),
    ]);
  },
});
