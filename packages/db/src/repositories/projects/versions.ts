/** CodeVersions and SourceFiles as rows. */
import type { CommitResult, VersionRecord, VersionRecords } from "@edgewright/projects";
import { and, desc, eq, lt, max, type SQLWrapper, sql } from "drizzle-orm";
import { constraintOf, insertGroups, type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditLog, codeVersions, githubLinks, outbox, projects, sourceFiles } from "../../tables/index.ts";
import { newsOf } from "../chat/outbox.ts";
import { projectColumns } from "./projects.ts";

type Row = typeof codeVersions.$inferSelect;

export const toRecord = ({ authorKind, authorId, authorName, ...row }: Row): VersionRecord => ({
  ...row,
  author: { kind: authorKind, id: authorId, name: authorName },
});

/** The statement that reads a page of versions, the newest first. */
export const newestVersions = (database: Database, projectId: string | SQLWrapper, page: { limit: number; before: number | null }) =>
  database
    .select()
    .from(codeVersions)
    .where(and(eq(codeVersions.projectId, projectId), page.before === null ? undefined : lt(codeVersions.number, page.before)))
    .orderBy(desc(codeVersions.number))
    .limit(page.limit);

const SOURCE_FILE_COLUMNS = 6;

export function versionRepository(database: Database): VersionRecords {
  const one = async (where: ReturnType<typeof and>) => {
    const [row] = await database.select().from(codeVersions).where(where).limit(1);
    return row ? toRecord(row) : null;
  };
  const numbered = (projectId: string, number: number) => and(eq(codeVersions.projectId, projectId), eq(codeVersions.number, number));

  return {
    get: (projectId, number) => one(numbered(projectId, number)),
    byJob: (jobId) => one(eq(codeVersions.jobId, jobId)),

    async newestNumber(projectId) {
      const [row] = await database
        .select({ number: max(codeVersions.number) })
        .from(codeVersions)
        .where(eq(codeVersions.projectId, projectId));
      return row?.number ?? 0;
    },

    async list(projectId, page) {
      return (await newestVersions(database, projectId, page)).map(toRecord);
    },

    async parents(projectId) {
      const rows = await database
        .select({ number: codeVersions.number, parent: codeVersions.parent })
        .from(codeVersions)
        .where(eq(codeVersions.projectId, projectId));
      return new Map(rows.map((row) => [row.number, row.parent]));
    },

    async tree(projectId, version) {
      const found = await database.query.codeVersions.findFirst({
        columns: { id: true },
        where: numbered(projectId, version),
        with: { files: { columns: { versionId: false }, orderBy: sourceFiles.path } },
      });
      return found?.files ?? null;
    },

    async commit({ version, files, audit, guard, along }) {
      const { author, ...row } = version;
      const authored = { ...row, authorKind: author.kind, authorId: author.id, authorName: author.name };
      const statements: Statement[] = [
        database.insert(codeVersions).values({ ...authored, projectId: guard ? guardedProject(row.projectId, guard.head) : row.projectId }),
        ...insertGroups(files, SOURCE_FILE_COLUMNS).map((group) =>
          database.insert(sourceFiles).values(group.map((file) => ({ ...file, versionId: version.id }))),
        ),
        ...[audit, ...(along?.audit ?? [])].map((entry) => database.insert(auditLog).values(entry)),
      ];
      if (guard) {
        const pointer = { ...projectColumns(along?.change ?? {}), currentVersion: version.number, updatedAt: version.createdAt };
        statements.push(database.update(projects).set(pointer).where(eq(projects.id, row.projectId)));
        const news = { id: `out_${version.id.slice(4)}`, follow: { projectId: row.projectId }, createdAt: version.createdAt };
        statements.push(database.insert(outbox).values(newsOf(news)));
        statements.push(toRepository(database, row.projectId, version));
      }
      try {
        await writeAll(database, statements);
        return "committed";
      } catch (error) {
        const refused = refusal(constraintOf(error));
        if (refused) return refused;
        throw error;
      }
    },
  };
}

/** News for the project's repository, where it has one. */
const toRepository = (database: Database, projectId: string, { id, createdAt }: Pick<VersionRecord, "id" | "createdAt">): Statement => {
  const news = newsOf({ id: `out_${id.slice(4)}_git`, sync: { projectId }, createdAt });
  const linked = sql`exists (select 1 from ${githubLinks} where ${githubLinks.projectId} = ${projectId})`;
  return database.insert(outbox).select(sql`select ${news.id}, ${JSON.stringify(news.enqueue)}, ${createdAt} where ${linked}`);
};

/**
 * The project's id, or NULL when its current version is not `head` any more. NULL
 * breaks the column's NOT NULL and with it the whole batch: the guard of the pointer.
 */
const guardedProject = (projectId: string, head: number | null) =>
  sql`(select ${projects.id} from ${projects} where ${projects.id} = ${projectId} and ${projects.currentVersion} is ${head} and ${projects.deletedAt} is null)`;

function refusal(constraint: string | null): CommitResult | null {
  switch (constraint) {
    case "NOT NULL constraint failed: code_versions.project_id":
      return "head_moved";
    case "UNIQUE constraint failed: code_versions.project_id, code_versions.number":
      return "number_taken";
    case "UNIQUE constraint failed: code_versions.job_id":
      return "job_taken";
    default:
      return null;
  }
}
