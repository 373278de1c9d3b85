/** Deployments as rows. A write of a consumer counts only under its own fence, while the deployment is open. */
import { OPEN_DEPLOYMENT_STATUSES } from "@edgewright/contracts";
import type { DeploymentRecord, DeploymentRecords, Held, Hold } from "@edgewright/deployments";
import { and, desc, eq, getTableColumns, inArray, isNull, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { auditLog, deployments, outbox, publications } from "../../tables/index.ts";
import { newsOf } from "../chat/outbox.ts";

const isOpen = inArray(deployments.status, [...OPEN_DEPLOYMENT_STATUSES]);
const { log: _log, heldUntil: _heldUntil, ...record } = getTableColumns(deployments);

const isHeld = ({ id, fence }: Hold) => and(eq(deployments.id, id), eq(deployments.fence, fence), isOpen);
const withLine = (line: unknown) => sql`json_insert(${deployments.log}, '$[#]', json(${JSON.stringify(line)}))`;
const exists = (where: SQL | undefined) => sql`exists (select 1 from ${deployments} where ${where})`;

export function deploymentRepository(database: Database): DeploymentRecords {
  const heldOf = (rows: { stopping: boolean }[]): Held => {
    const [row] = rows;
    return row ? (row.stopping ? "stopping" : "held") : "stale";
  };
  const change = (hold: Hold, set: Record<string, unknown>) =>
    database.update(deployments).set(set).where(isHeld(hold)).returning({ stopping: deployments.stopping });
  const one = async (where: SQL | undefined): Promise<DeploymentRecord | null> => {
    const [row] = await database.select(record).from(deployments).where(where).limit(1);
    return row ?? null;
  };

  return {
    async insert(deployment, audit, entry) {
      try {
        await writeAll(database, [
          database.insert(deployments).values(deployment),
          database.insert(auditLog).values(audit),
          database.insert(outbox).values(newsOf(entry)),
        ]);
        return "inserted";
      } catch (error) {
        if (constraintOf(error) === "UNIQUE constraint failed: deployments.project_id") return "busy";
        throw error;
      }
    },

    get: (id) => one(eq(deployments.id, id)),

    async log(id) {
      const [row] = await database.select({ log: deployments.log }).from(deployments).where(eq(deployments.id, id));
      return row?.log ?? [];
    },

    list: (projectId, { limit, before }) =>
      database
        .select(record)
        .from(deployments)
        .where(and(eq(deployments.projectId, projectId), before === null ? undefined : lt(deployments.id, before)))
        .orderBy(desc(deployments.id))
        .limit(limit),

    open: (projectId) => one(and(eq(deployments.projectId, projectId), isOpen)),

    async begin(id, { now, until }) {
      const free = or(isNull(deployments.heldUntil), lt(deployments.heldUntil, now));
      const [row] = await database
        .update(deployments)
        .set({ fence: sql`${deployments.fence} + 1`, heldUntil: until })
        .where(and(eq(deployments.id, id), isOpen, free))
        .returning(record);
      return row ?? null;
    },

    /** The status is not written to one that is to stop: what was begun last is what must be undone. */
    async proceed(hold, { status, line, until }) {
      const goesOn = (value: unknown, column: unknown) => sql`case when ${deployments.stopping} then ${column} else ${value} end`;
      const set = { status: goesOn(status, deployments.status), log: goesOn(withLine(line), deployments.log), heldUntil: until };
      return heldOf(await change(hold, set));
    },

    renew: async (hold, until) => heldOf(await change(hold, { heldUntil: until })),

    async fail(hold, { status, error, line, audit }) {
      const ended = database
        .update(deployments)
        .set({ status, error, log: withLine(line), heldUntil: null, finishedAt: line.at })
        .where(isHeld(hold));
      const written = await writeGuarded(database, [auditWhere(database, audit, exists(isHeld(hold))), ended]);
      return written === "written" ? "ended" : "stale";
    },

    async goLive(hold, { line, audit }) {
      const mine = and(isHeld(hold), eq(deployments.stopping, false));
      const project = sql`(select ${deployments.projectId} from ${deployments} where ${eq(deployments.id, hold.id)})`;
      const written = await writeGuarded(database, [
        auditWhere(database, audit, exists(mine)),
        database
          .update(deployments)
          .set({ status: "superseded" })
          .where(and(eq(deployments.projectId, project), eq(deployments.status, "live"))),
        database
          .update(deployments)
          .set({ status: "live", log: withLine(line), heldUntil: null, finishedAt: line.at })
          .where(mine),
        database
          .insert(publications)
          .values({ projectId: project, deploymentId: hold.id })
          .onConflictDoUpdate({ target: publications.projectId, set: { deploymentId: hold.id } }),
      ]);
      if (written === "written") return "held";
      const now = await one(isHeld(hold));
      return now?.stopping ? "stopping" : "stale";
    },

    async release(hold) {
      await database.update(deployments).set({ heldUntil: null }).where(isHeld(hold));
    },

    async stop(id, audit) {
      const stops = and(eq(deployments.id, id), isOpen, eq(deployments.stopping, false));
      const stopped = database.update(deployments).set({ stopping: true }).where(stops);
      return (await writeGuarded(database, [auditWhere(database, audit, exists(stops)), stopped])) === "written";
    },

    async remove(id, audit) {
      const ended = and(eq(deployments.id, id), notInArray(deployments.status, [...OPEN_DEPLOYMENT_STATUSES, "live", "removed"]));
      const removed = database.update(deployments).set({ status: "removed" }).where(ended);
      return (await writeGuarded(database, [auditWhere(database, audit, exists(ended)), removed])) === "written";
    },

    async abandoned({ createdAt, now }, limit) {
      const free = or(isNull(deployments.heldUntil), lt(deployments.heldUntil, now));
      const rows = await database
        .select({ id: deployments.id })
        .from(deployments)
        .where(and(isOpen, free, lt(deployments.createdAt, createdAt)))
        .limit(limit);
      return rows.map(({ id }) => id);
    },
  };
}
