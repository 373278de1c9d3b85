/** Which commit is which version, and how far a repository was followed. */
import type { CommitRecord, GitHubRecords } from "@edgewright/github";
import { and, desc, eq, sql } from "drizzle-orm";
import { type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { githubCommits, githubLinks } from "../../tables/index.ts";
import { lineIf } from "../audit/audit.ts";

export const commitRepository = (
  database: Database,
): Pick<GitHubRecords, "advance" | "noteCommit" | "commit" | "commits" | "commitsOf"> => {
  const insert = (commit: CommitRecord) => database.insert(githubCommits).values(commit).onConflictDoNothing();
  return {
    async advance({ projectId, token }, progress, { commit, audit } = {}) {
      const held = and(eq(githubLinks.projectId, projectId), eq(githubLinks.leaseToken, token));
      const statements: Statement[] = [];
      if (commit) {
        const { sha, version, direction, message, at } = commit;
        statements.push(
          database
            .insert(githubCommits)
            .select(
              sql`select ${projectId}, ${sha}, ${version}, ${direction}, ${message}, ${at} where exists (select 1 from ${githubLinks} where ${held})`,
            )
            .onConflictDoNothing(),
        );
      }
      const isHeld = sql`exists (select 1 from ${githubLinks} where ${held})`;
      if (audit) statements.push(lineIf(database, audit, isHeld));
      const changed = Object.keys(progress).length > 0 ? progress : { leaseToken: token };
      const [moved] = await database.batch([
        database.update(githubLinks).set(changed).where(held).returning({ projectId: githubLinks.projectId }),
        ...statements,
      ]);
      return moved.length > 0;
    },

    async noteCommit(commit) {
      await writeAll(database, [insert(commit)]);
    },

    async commit(projectId, sha) {
      const [row] = await database
        .select()
        .from(githubCommits)
        .where(and(eq(githubCommits.projectId, projectId), eq(githubCommits.sha, sha)));
      return row ?? null;
    },

    commitsOf: (projectId, version) =>
      database
        .select()
        .from(githubCommits)
        .where(and(eq(githubCommits.projectId, projectId), eq(githubCommits.version, version)))
        .orderBy(desc(githubCommits.at)),

    commits: (projectId, limit) =>
      database
        .select()
        .from(githubCommits)
        .where(eq(githubCommits.projectId, projectId))
        .orderBy(desc(githubCommits.version), desc(githubCommits.at))
        .limit(limit),
  };
};
