/** The log as people read it: newest first, by any mix of filters, each page found along an index. */
import { AuditAction as Actions, type AuditAction, type AuditFilter, type AuditLinePage, type AuditPath } from "@edgewright/audit";
import { first, idFloor, last } from "@edgewright/core";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditLog, projects } from "../tables/index.ts";

const view = {
  id: auditLog.id,
  at: auditLog.at,
  action: auditLog.action,
  subject: auditLog.subject,
  projectId: auditLog.projectId,
  projectName: projects.name,
  actorKind: auditLog.actorKind,
  actorId: auditLog.actorId,
  actorName: auditLog.actorName,
  personId: auditLog.personId,
  ip: auditLog.ip,
  userAgent: auditLog.userAgent,
  requestId: auditLog.requestId,
  detail: auditLog.detail,
  before: auditLog.before,
  after: auditLog.after,
  number: auditLog.number,
  hash: auditLog.hash,
};

export async function listLines(
  database: Database,
  filter: AuditFilter,
  page: { cursor: string | null; limit: number },
  known?: AuditPath,
): Promise<AuditLinePage> {
  const path = known ?? (await pathFor(database, filter));
  const rows = await database
    .select(view)
    .from(auditLog)
    .leftJoin(projects, eq(projects.id, auditLog.projectId))
    .where(sql`${auditLog.id} in (${idsOnPage(path, filter, page.cursor, page.limit + 1)})`)
    .orderBy(desc(auditLog.id))
    .limit(page.limit + 1);
  const items = rows.slice(0, page.limit);
  return { items, cursor: rows.length > page.limit ? last(items).id : null };
}

/** The actions a filter names: itself, or its family's. */
const actionsOf = (action: string): AuditAction[] =>
  Actions.options.filter((one) => (action.endsWith(".") ? one.startsWith(action) : one === action));

const ENOUGH = 1000;

/** Of several filters, the one that fewest lines pass: what it finds is looked at line by line for the others. */
export async function pathFor(database: Database, filter: AuditFilter): Promise<AuditPath> {
  const { person, action, project } = filter;
  const paths: AuditPath[] = [
    ...(project === null ? [] : ["audit_log_project" as const]),
    ...(person === null ? [] : ["audit_log_person" as const]),
    ...(action === null ? [] : ["audit_log_action" as const]),
  ];
  if (paths.length < 2) return paths[0] ?? "audit_log_scope";
  const counts = paths.map((path) => sql`(select count(*) from (${linesOn(path, onlyBy(path, filter), null, ENOUGH)}))`);
  const found = await database.get<Record<string, number>>(sql`select ${sql.join(named(counts), sql`, `)}`);
  const counted = paths.map((path, index) => ({ path, lines: found[`c${index}`] ?? 0 }));
  return first(counted.sort((one, other) => one.lines - other.lines)).path;
}

const named = (columns: SQL[]) => columns.map((column, index) => sql`${column} as ${sql.identifier(`c${index}`)}`);

const onlyBy = (path: AuditPath, { scope, from, to, person, action, project }: AuditFilter): AuditFilter => ({
  ...{ scope, from, to },
  person: path === "audit_log_person" ? person : null,
  action: path === "audit_log_action" ? action : null,
  project: path === "audit_log_project" ? project : null,
});

/** The newest first. A family is walked action by action, and the newest of all are taken. */
export function idsOnPage(path: AuditPath, filter: AuditFilter, cursor: string | null, limit: number): SQL {
  return sql`select id from (${linesOn(path, filter, cursor, limit)}) order by id desc limit ${limit}`;
}

function linesOn(path: AuditPath, filter: AuditFilter, cursor: string | null, limit: number): SQL {
  const { scope, person, action, project } = filter;
  const line = sql.identifier("line");
  const where = and(
    sql`${line}.scope = ${scope}`,
    person === null ? undefined : sql`${line}.person_id = ${person}`,
    project === null ? undefined : sql`${line}.project_id = ${project}`,
    ...between(filter, cursor).map(([operator, id]) => sql`${line}.id ${sql.raw(operator)} ${id}`),
  );
  const lines = (which: SQL | undefined) =>
    sql`select ${line}.id from audit_log as ${line} indexed by ${sql.identifier(path)} where ${and(where, which)} order by ${line}.id desc limit ${limit}`;
  if (action === null) return lines(undefined);
  const actions = JSON.stringify(actionsOf(action));
  if (path !== "audit_log_action") return lines(sql`${line}.action in (select value from json_each(${actions}))`);
  return sql`select one.id from json_each(${actions}) wanted cross join audit_log one on one.id in (${lines(sql`${line}.action = wanted.value`)})`;
}

/** A line's id is made of its time. */
const between = ({ from, to }: AuditFilter, cursor: string | null): ["<" | ">=", string][] => [
  ...(cursor === null ? [] : [["<", cursor] satisfies ["<", string]]),
  ...(to === null ? [] : [["<", idFloor("aud", to)] satisfies ["<", string]]),
  ...(from === null ? [] : [[">=", idFloor("aud", from)] satisfies [">=", string]]),
];
