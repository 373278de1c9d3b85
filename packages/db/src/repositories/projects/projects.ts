/** Projects as rows. */
import type { AuditEntry } from "@edgewright/audit";
import { ProjectSettings } from "@edgewright/contracts";
import type { ProjectChange, ProjectRecord, ProjectRecords, ProjectView } from "@edgewright/projects";
import { and, desc, eq, isNotNull, isNull, lt, or, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { agentJobs, auditLog, chatSessions, deployments, organizations, projects, publications } from "../../tables/index.ts";
import { isOpen } from "../chat/jobs.ts";
import { stopsOf } from "../chat/stops.ts";

// In a select from one table drizzle writes columns of its own `sql` without their table; one level deeper it does not,
// and a subquery needs them to tell its own `id` from the project's.
const newestSession = sql`(select max(${chatSessions.id}) from ${chatSessions} where ${chatSessions.projectId} = ${projects.id})`;
const publishedVersion = sql`(select ${deployments.version} from ${publications} join ${deployments} on ${deployments.id} = ${publications.deploymentId} where ${publications.projectId} = ${projects.id})`;
const hasOpenJob = sql`exists (select 1 from ${agentJobs} where ${agentJobs.projectId} = ${projects.id} and ${isOpen})`;
const hasWaitingJob = sql`exists (select 1 from ${agentJobs} where ${agentJobs.projectId} = ${projects.id} and ${agentJobs.status} = 'waiting')`;

// What belongs to a deleted organization is as good as deleted: it has no previews, and no job of it begins.
const deletedAt = sql`coalesce(${projects.deletedAt}, (select ${organizations.deletedAt} from ${organizations} where ${organizations.id} = ${projects.organizationId}))`;

const view = {
  id: projects.id,
  organizationId: projects.organizationId,
  name: projects.name,
  slug: projects.slug,
  currentVersion: projects.currentVersion,
  shareNumber: projects.shareNumber,
  settings: projects.settings,
  confirmedHosts: projects.confirmedHosts,
  createdBy: projects.createdBy,
  createdAt: projects.createdAt,
  updatedAt: projects.updatedAt,
  deletedAt: sql<number | null>`${deletedAt}`,
  publishedVersion: sql<number | null>`${publishedVersion}`,
  sessionId: sql<string | null>`${newestSession}`,
  busy: sql<number>`${hasOpenJob}`,
  waiting: sql<number>`${hasWaitingJob}`,
};
type ViewRow = Omit<ProjectView, "settings" | "busy" | "waiting"> & { settings: Partial<ProjectSettings>; busy: number; waiting: number };
/** A setting that came later than the row has its default. */
export const toView = (row: ViewRow): ProjectView => ({
  ...row,
  settings: ProjectSettings.parse(row.settings),
  busy: row.busy === 1,
  waiting: row.waiting === 1,
});

/** What is named of the settings goes into those that are there when it is written. A `null` leaves none, which reads as the default. */
export const projectColumns = ({ settings, ...columns }: ProjectChange) =>
  settings === undefined ? columns : { ...columns, settings: sql`json_patch(${projects.settings}, ${JSON.stringify(settings)})` };

/** By its id or its slug: no slug looks like an id. */
export const isNamed = (idOrSlug: string | Placeholder) => sql`(${eq(projects.id, idOrSlug)} or ${eq(projects.slug, idOrSlug)})`;

/** The statement that reads a project. */
export const projectOf = (database: Database, which: SQL) => database.select(view).from(projects).where(which).limit(1);

/** The statement that reads a page of an organization's projects, and one more where there are more. */
export const newestProjects = (
  database: Database,
  organizationId: string | SQLWrapper,
  { limit, deleted, cursor }: { limit: number; deleted: boolean; cursor: string | null },
) =>
  database
    .select(view)
    .from(projects)
    .where(
      and(eq(projects.organizationId, organizationId), deleted ? isNotNull(projects.deletedAt) : isNull(projects.deletedAt), after(cursor)),
    )
    .orderBy(desc(projects.updatedAt), desc(projects.id))
    .limit(limit + 1);

export function toPage(rows: ViewRow[], limit: number): { items: ProjectView[]; cursor: string | null } {
  const items = rows.slice(0, limit).map(toView);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, cursor: last ? `${last.updatedAt}.${last.id}` : null };
}

export function projectRepository(database: Database): ProjectRecords {
  const unlessTaken = async <T>(done: T, write: () => Promise<void>): Promise<T | "slug_taken"> => {
    try {
      await write();
      return done;
    } catch (error) {
      if (constraintOf(error) === "UNIQUE constraint failed: projects.slug") return "slug_taken";
      throw error;
    }
  };

  return {
    async find(idOrSlug) {
      const [row] = await projectOf(database, isNamed(idOrSlug));
      return row ? toView(row) : null;
    },

    list: async (organizationId, page) => toPage(await newestProjects(database, organizationId, page), page.limit),

    insert: (project: ProjectRecord, audit: AuditEntry) =>
      unlessTaken("inserted" as const, () =>
        writeAll(database, [database.insert(projects).values(project), database.insert(auditLog).values(audit)]),
      ),

    update: (id: string, change: ProjectChange, audit: AuditEntry) =>
      unlessTaken("updated" as const, () =>
        writeAll(database, [
          database.update(projects).set(projectColumns(change)).where(eq(projects.id, id)),
          database.insert(auditLog).values(audit),
          ...(change.deletedAt ? [stopsOf(database, sql`${id}`, change.deletedAt)] : []),
        ]),
      ),
  };
}

/** Where the page before ended, as `updatedAt.id`; anything else starts over. */
function after(cursor: string | null): SQL | undefined {
  const [, at, id] = /^(\d+)\.(prj_\w+)$/.exec(cursor ?? "") ?? [];
  if (at === undefined || id === undefined) return undefined;
  return or(lt(projects.updatedAt, Number(at)), and(eq(projects.updatedAt, Number(at)), lt(projects.id, id)));
}
