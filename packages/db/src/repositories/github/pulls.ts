/** Pull requests as rows, each for one consumer at a time. */
import type { GitHubRecords } from "@edgewright/github";
import { and, desc, eq, getTableColumns, isNotNull, lt, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { githubPulls } from "../../tables/index.ts";

type Pulls = Pick<GitHubRecords, "pulls" | "pull" | "leasePull" | "advancePull" | "releasePull" | "takePublish" | "forgetPull">;

const { leaseToken: _token, leaseUntil: _until, asked, ...columns } = getTableColumns(githubPulls);

export function pullRepository(database: Database): Pulls {
  const numbered = (projectId: string, number: number) => and(eq(githubPulls.projectId, projectId), eq(githubPulls.number, number));
  const leased = ({ projectId, number, token }: { projectId: string; number: number; token: string }) =>
    and(numbered(projectId, number), eq(githubPulls.leaseToken, token));

  return {
    pulls: (projectId, limit) =>
      database.select(columns).from(githubPulls).where(eq(githubPulls.projectId, projectId)).orderBy(desc(githubPulls.number)).limit(limit),

    async pull(projectId, number) {
      const [row] = await database.select(columns).from(githubPulls).where(numbered(projectId, number));
      return row ?? null;
    },

    async leasePull({ projectId, number }, token, now, until) {
      const lease = { leaseToken: token, leaseUntil: until };
      const [held] = await database
        .insert(githubPulls)
        .values({ projectId, number, ...lease, updatedAt: now })
        .onConflictDoUpdate({ target: [githubPulls.projectId, githubPulls.number], set: lease, setWhere: lt(githubPulls.leaseUntil, now) })
        .returning({ ...columns, asked });
      if (!held) {
        await database
          .update(githubPulls)
          .set({ asked: sql`${githubPulls.asked} + 1` })
          .where(numbered(projectId, number));
        return null;
      }
      const { asked: times, ...pull } = held;
      return { pull, token, asked: times };
    },

    async advancePull(lease, patch) {
      const moved = await database.update(githubPulls).set(patch).where(leased(lease)).returning({ number: githubPulls.number });
      return moved.length > 0;
    },

    async releasePull({ asked: times, ...lease }) {
      const [released] = await database
        .update(githubPulls)
        .set({ leaseToken: null, leaseUntil: 0 })
        .where(leased(lease))
        .returning({ asked: githubPulls.asked });
      return released !== undefined && released.asked > times;
    },

    async takePublish(projectId, number) {
      const taken = await database
        .update(githubPulls)
        .set({ publishSha: null })
        .where(and(numbered(projectId, number), isNotNull(githubPulls.publishSha)))
        .returning({ number: githubPulls.number });
      return taken.length > 0;
    },

    async forgetPull(projectId, number) {
      await database.delete(githubPulls).where(numbered(projectId, number));
    },
  };
}
