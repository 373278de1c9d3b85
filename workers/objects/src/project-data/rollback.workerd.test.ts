import { applyD1Migrations, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import {
  type AppSchema,
  DATA_SCOPE_HEADER,
  type DataRollback,
  GRANT_HEADER,
  type Outcome,
  type ProjectDataRpc,
} from "@edgewright/contracts";
import { accessWorld } from "@edgewright/testing/access-world";
import { must } from "@edgewright/testing/must";
import { writer } from "@edgewright/testing/row-writer";
import { beforeAll, describe, expect, it } from "vitest";

const tasks = (name: string, was?: string[]): AppSchema => ({
  tables: [{ name: "tasks", label: "Tasks", columns: [{ name, label: "Title", type: "text", ...(was ? { was } : {}) }] }],
});
const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const take = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

/** An app with a row, a bookmark, and then a renamed field and another row. */
async function open(name: string) {
  const stub = env.PROJECT_DATA.get(env.PROJECT_DATA.idFromName(name));
  const data = stub as unknown as ProjectDataRpc & Fetcher;
  await data.setSchema({ channel: "current", schema: tasks("title") });
  await data.create(ada, "tasks", { title: "Buy milk" });
  const rows = async () => take(await data.list(ada, "tasks", {})).rows;
  const then = await rows();
  await data.mark("snp_1");
  await data.setSchema({ channel: "current", schema: tasks("name", ["title"]) });
  await data.create(ada, "tasks", { name: "Call Bob" });
  const input: DataRollback = { decision: `aud_${crypto.randomUUID()}`, bookmark: "snp_1", onto: "then" };
  return { stub, data, rows, then, now: await rows(), input };
}

/** The line that says it happened. */
const decide = ({ decision }: DataRollback) =>
  env.DB.prepare(
    `insert into audit_log (id, scope, action, subject, actor_kind, actor_id, actor_name, detail, at)
     values (?, 'org_1', 'snapshot.rolled_back', 'snp_1', 'person', 'usr_ada', 'Ada', '{}', 0)`,
  )
    .bind(decision)
    .run();

beforeAll(() => applyD1Migrations(env.DB, (env as unknown as { MIGRATIONS: Parameters<typeof applyD1Migrations>[1] }).MIGRATIONS));

describe("a rollback of an app's rows", () => {
  it("gives back rows and tables, and has every window load anew", async () => {
    const { data, rows, then, input } = await open("prj_back:preview");
    const { admin } = await accessWorld(env.DB);
    const headers = { upgrade: "websocket", [GRANT_HEADER]: JSON.stringify(admin), [DATA_SCOPE_HEADER]: JSON.stringify(ada) };
    const response = await data.fetch("http://data/live", { headers });
    const closed = new Promise<number>((resolve) => must(response.webSocket).addEventListener("close", ({ code }) => resolve(code)));
    must(response.webSocket).accept();
    take(await data.hold(input));
    expect(await data.create(ada, "tasks", { name: "Too late" })).toMatchObject({ ok: false, error: { code: "unavailable" } });
    take(await data.rollBack(input));
    expect(await rows()).toEqual(then);
    expect(await data.schema("current")).toEqual(tasks("title"));
    expect(await closed).toBe(1012);
  });

  it("is done by the object itself when whoever decided it has died", async () => {
    const { stub, data, rows, then, input } = await open("prj_decided:preview");
    take(await data.hold(input));
    await decide(input);
    await evictDurableObject(stub);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await rows()).toEqual(then);
  });

  it("comes before the tables of the version that was made with it", async () => {
    const { data, rows, then, input } = await open("prj_tables:preview");
    take(await data.hold(input));
    await decide(input);
    await data.setSchema({ channel: "current", schema: tasks("title") });
    expect(await rows()).toEqual(then);
  });

  it("never happens when it was not decided, and writes go on", async () => {
    const { stub, data, rows, now, input } = await open("prj_undecided:preview");
    take(await data.hold(input));
    await evictDurableObject(stub);
    await runDurableObjectAlarm(stub);
    expect(await data.create(ada, "tasks", { name: "Too early" })).toMatchObject({ ok: false, error: { code: "unavailable" } });
    // The time in which it can be decided is over.
    await runInDurableObject(stub, (_object, ctx: DurableObjectState) => void ctx.storage.sql.exec("update rollback set until = 0"));
    await evictDurableObject(stub);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await rows()).toEqual(now);
    expect(await data.create(ada, "tasks", { name: "Sleep" })).toMatchObject({ ok: true });
  });

  it("is there again after the object slept, until it is let go", async () => {
    const { stub, data, input } = await open("prj_slept:preview");
    await evictDurableObject(stub);
    expect(take(await data.compare("snp_1")).tables).toEqual([{ name: "tasks", label: "Tasks", now: 2, was: 1 }]);
    // It is younger than an hour.
    expect(await data.release([])).toBe(0);
    expect(await data.hold({ ...input, bookmark: "snp_none" })).toMatchObject({ ok: false, error: { code: "gone" } });
  });

  it("takes ten thousand rows with it", async () => {
    const { stub, data, rows, input } = await open("prj_many:preview");
    await runInDurableObject(stub, (_object, ctx: DurableObjectState) => {
      ctx.storage.sql.exec(`insert into rows (id, table_name, json, created_at, updated_at, created_by, revision) select 'row_' || value, 'tasks', '{"name":"n"}', '2026', '2026', null, 1
        from (with recursive n(value) as (select 1 union all select value + 1 from n where value < 10000) select value from n)`);
    });
    await data.mark("snp_2");
    await data.setSchema({ channel: "current", schema: tasks("heading", ["title", "name"]) });
    take(await data.rollBack({ ...input, bookmark: "snp_2" }));
    const names = (await rows()).map((row) => row.name);
    expect(names.filter((name) => name === "n").length).toBeGreaterThan(400);
    expect(await data.release(["snp_1", "snp_2"])).toBe(0);
  });
});
