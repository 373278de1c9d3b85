/** GitHub's records as rows: connections and links here, what they lead to beside. */
import type { GitHubRecords, LinkRecord } from "@edgewright/github";
import { and, asc, eq, getTableColumns, gt, isNull, lt, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { auditLog, githubConnects, githubInstallations, githubLinks, projects } from "../../tables/index.ts";
import { branchRepository } from "./branches.ts";
import { commitRepository } from "./commits.ts";
import { deliveryRepository } from "./deliveries.ts";
import { pullRepository } from "./pulls.ts";
import { ruleRepository } from "./rules.ts";

const { leaseToken: _token, leaseUntil: _until, lookedAt: _looked, asked, ...linkColumns } = getTableColumns(githubLinks);

export function githubRepository(database: Database): GitHubRecords {
  const living = (where: ReturnType<typeof eq>): Promise<LinkRecord[]> =>
    database
      .select(linkColumns)
      .from(githubLinks)
      .innerJoin(projects, and(eq(projects.id, githubLinks.projectId), isNull(projects.deletedAt)))
      .where(where);

  return {
    ...commitRepository(database),
    ...deliveryRepository(database),
    ...ruleRepository(database),
    ...pullRepository(database),
    ...branchRepository(database),

    async beginConnect(connect) {
      await database.insert(githubConnects).values(connect);
    },

    async endConnect({ stateHash, organizationId, userId, now }) {
      const taken = await database
        .delete(githubConnects)
        .where(
          and(
            eq(githubConnects.stateHash, stateHash),
            eq(githubConnects.organizationId, organizationId),
            eq(githubConnects.userId, userId),
            gt(githubConnects.expiresAt, now),
          ),
        )
        .returning({ stateHash: githubConnects.stateHash });
      await database.delete(githubConnects).where(lt(githubConnects.expiresAt, now));
      return taken.length > 0;
    },

    installationsOf: (organizationId) =>
      database
        .select()
        .from(githubInstallations)
        .where(eq(githubInstallations.organizationId, organizationId))
        .orderBy(asc(githubInstallations.account)),

    async connect(installation, audit) {
      const { account, accountType, status, selection, permissions } = installation;
      await writeAll(database, [
        database
          .insert(githubInstallations)
          .values(installation)
          .onConflictDoUpdate({
            target: [githubInstallations.organizationId, githubInstallations.installationId],
            set: { account, accountType, status, selection, permissions },
          }),
        database.insert(auditLog).values(audit),
      ]);
    },

    async disconnect(organizationId, installationId, audit) {
      const which = and(eq(githubInstallations.organizationId, organizationId), eq(githubInstallations.installationId, installationId));
      const written = await writeGuarded(database, [
        auditWhere(database, audit, sql`exists (select 1 from ${githubInstallations} where ${which})`),
        database.delete(githubInstallations).where(which),
      ]);
      return written === "written";
    },

    async updateInstallation(installationId, change) {
      await database.update(githubInstallations).set(change).where(eq(githubInstallations.installationId, installationId));
    },

    async link(projectId) {
      const [row] = await database.select(linkColumns).from(githubLinks).where(eq(githubLinks.projectId, projectId));
      return row ?? null;
    },

    async insertLink(link, audit) {
      try {
        await writeAll(database, [database.insert(githubLinks).values(link), database.insert(auditLog).values(audit)]);
        return "inserted";
      } catch (error) {
        const refused = constraintOf(error);
        if (refused === "UNIQUE constraint failed: github_links.project_id") return "linked";
        if (refused === "UNIQUE constraint failed: github_links.repository_id, github_links.branch") return "taken";
        throw error;
      }
    },

    async removeLink(projectId, audit) {
      const which = eq(githubLinks.projectId, projectId);
      const written = await writeGuarded(database, [
        auditWhere(database, audit, sql`exists (select 1 from ${githubLinks} where ${which})`),
        database.delete(githubLinks).where(which),
      ]);
      return written === "written";
    },

    async setPublishes(projectId, publishes, audit) {
      const which = eq(githubLinks.projectId, projectId);
      const written = await writeGuarded(database, [
        auditWhere(database, audit, sql`exists (select 1 from ${githubLinks} where ${which})`),
        database.update(githubLinks).set({ publishes }).where(which),
      ]);
      return written === "written";
    },

    linksOfRepository: (repositoryId) => living(eq(githubLinks.repositoryId, repositoryId)),
    linksOfInstallation: (installationId) => living(eq(githubLinks.installationId, installationId)),

    async moveRepository(repositoryId, to) {
      await database.update(githubLinks).set(to).where(eq(githubLinks.repositoryId, repositoryId));
    },

    async takeUnseen(before, now, limit) {
      const due = database
        .select({ projectId: githubLinks.projectId })
        .from(githubLinks)
        .innerJoin(projects, and(eq(projects.id, githubLinks.projectId), isNull(projects.deletedAt)))
        .where(lt(githubLinks.lookedAt, before))
        .orderBy(asc(githubLinks.lookedAt))
        .limit(limit);
      const taken = await database
        .update(githubLinks)
        .set({ lookedAt: now })
        .where(sql`${githubLinks.projectId} in ${due}`)
        .returning({ projectId: githubLinks.projectId });
      return taken.map(({ projectId }) => projectId);
    },

    async lease(projectId, token, now, until) {
      const which = eq(githubLinks.projectId, projectId);
      const [held] = await database
        .update(githubLinks)
        .set({ leaseToken: token, leaseUntil: until, lookedAt: now })
        .where(and(which, lt(githubLinks.leaseUntil, now)))
        .returning({ ...linkColumns, asked });
      if (!held) {
        await database
          .update(githubLinks)
          .set({ asked: sql`${githubLinks.asked} + 1` })
          .where(which);
        return null;
      }
      const { asked: times, ...link } = held;
      return { link, token, asked: times };
    },

    async release({ projectId, token, asked: times }) {
      const [released] = await database
        .update(githubLinks)
        .set({ leaseToken: null, leaseUntil: 0 })
        .where(and(eq(githubLinks.projectId, projectId), eq(githubLinks.leaseToken, token)))
        .returning({ asked: githubLinks.asked });
      return released !== undefined && released.asked > times;
    },
  };
}
