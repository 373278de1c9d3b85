/** What grants are worth, and the connections bound to them, as rows. */
import { type AccessRecords, signInOf } from "@edgewright/accounts";
import { type AppVisibility, type LiveObject, Role, TokenGrant } from "@edgewright/contracts";
import { and, eq, gt, inArray, isNotNull, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import {
  apikeys,
  appRoles,
  authSessions,
  deployments,
  liveConnections,
  members,
  organizations,
  projectRoles,
  projects,
  publications,
} from "../../tables/index.ts";

/** A list of any length as one parameter, of which D1 takes a hundred. */
const each = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;

const of = (object: LiveObject) => eq(liveConnections.objectId, object.id);

export const accessRepository = (database: Database): AccessRecords => ({
  async facts(projectId, holders, now) {
    const sessionIds = holders.flatMap((holder) => (holder.kind === "session" ? [holder.id] : []));
    const tokenIds = holders.flatMap((holder) => (holder.kind === "token" ? [holder.id] : []));
    const people = holders.flatMap((holder) => (holder.kind === "link" ? [] : (holder.userId ?? [])));
    const at = new Date(now);
    const [[project], sessions, tokens, belonging, given] = await database.batch([
      database
        .select({
          organizationId: projects.organizationId,
          currentVersion: projects.currentVersion,
          shareNumber: projects.shareNumber,
          publishedVersion: deployments.version,
          visibility: publications.visibility,
          linkNumber: publications.linkNumber,
        })
        .from(projects)
        .leftJoin(publications, eq(publications.projectId, projects.id))
        .leftJoin(deployments, eq(deployments.id, publications.deploymentId))
        .innerJoin(organizations, eq(organizations.id, projects.organizationId))
        .where(and(eq(projects.id, projectId), isNull(projects.deletedAt), isNull(organizations.deletedAt))),
      database
        .select({ id: authSessions.id, userId: authSessions.userId })
        .from(authSessions)
        .where(and(inArray(authSessions.id, each(sessionIds)), gt(authSessions.expiresAt, at))),
      database
        .select({ id: apikeys.id, ownerId: apikeys.referenceId, metadata: apikeys.metadata })
        .from(apikeys)
        .where(
          and(
            inArray(apikeys.id, each(tokenIds)),
            or(isNull(apikeys.enabled), ne(apikeys.enabled, false)),
            or(isNull(apikeys.expiresAt), gt(apikeys.expiresAt, at)),
          ),
        ),
      database
        // In a batch, D1 gives rows by the names of their columns: two of one name would be one.
        .select({ userId: members.userId, role: members.role, exception: sql<Role | null>`${projectRoles.role}`.as("exception") })
        .from(members)
        .innerJoin(projects, and(eq(projects.organizationId, members.organizationId), eq(projects.id, projectId)))
        .leftJoin(projectRoles, and(eq(projectRoles.projectId, projectId), eq(projectRoles.userId, members.userId)))
        .where(inArray(members.userId, each(people))),
      database
        .select({ userId: appRoles.userId, role: appRoles.role })
        .from(appRoles)
        .where(and(eq(appRoles.projectId, projectId), inArray(appRoles.userId, each(people)))),
    ]);
    const rolesOf = (userId: string) => given.flatMap((one) => (one.userId === userId ? [one.role] : []));
    return {
      project: project ? withPublished(project) : null,
      sessions: new Map(sessions.map(({ id, userId }) => [id, userId])),
      tokens: new Map(tokens.flatMap(({ id, ownerId, metadata }) => withGrant(id, ownerId, metadata))),
      members: new Map(belonging.flatMap((member) => withRole(member, rolesOf(member.userId)))),
    };
  },

  async connect({ kind, id }, { projectId, holder }) {
    const userId = holder.kind === "link" ? null : holder.userId;
    await database
      .insert(liveConnections)
      .values({ objectKind: kind, objectId: id, signIn: signInOf(holder), userId, projectId })
      .onConflictDoNothing();
  },

  async disconnect(object, signIn) {
    await database.delete(liveConnections).where(and(of(object), eq(liveConnections.signIn, signIn)));
  },

  async marked(limit) {
    const rows = await database.select().from(liveConnections).where(isNotNull(liveConnections.mark)).limit(limit);
    return rows.flatMap(({ objectKind, objectId, mark }) => (mark === null ? [] : [{ object: { kind: objectKind, id: objectId }, mark }]));
  },

  looked: (object, marks, left) =>
    writeAll(database, [
      database
        .delete(liveConnections)
        .where(and(of(object), inArray(liveConnections.mark, each(marks)), notInArray(liveConnections.signIn, each(left)))),
      // One that was marked again meanwhile stays so.
      database
        .update(liveConnections)
        .set({ mark: null })
        .where(and(of(object), inArray(liveConnections.mark, each(marks)))),
    ]),
});

type Published = { publishedVersion: number | null; visibility: AppVisibility | null; linkNumber: number | null };

function withPublished<T extends Published>({ publishedVersion: version, visibility, linkNumber, ...project }: T) {
  const published = version === null || visibility === null || linkNumber === null ? null : { version, visibility, linkNumber };
  return { ...project, published };
}

/** One whose bounds cannot be read grants nothing. */
function withGrant(id: string, ownerId: string, metadata: string | null): [string, { ownerId: string; grant: TokenGrant }][] {
  const grant = TokenGrant.safeParse(JSON.parse(metadata ?? "null"));
  return grant.success ? [[id, { ownerId, grant: grant.data }]] : [];
}

/** A role the platform does not know gives nothing. */
function withRole(
  { userId, role, exception }: { userId: string; role: string; exception: Role | null },
  appRoles: string[],
): [string, { role: Role; exception: Role | null; appRoles: string[] }][] {
  const known = Role.safeParse(role);
  return known.success ? [[userId, { role: known.data, exception, appRoles }]] : [];
}
