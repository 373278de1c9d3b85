/** Changes of an app's tables in the object that holds them: others are answered meanwhile, and its alarm goes on with what was left. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { storageSql } from "@edgewright/adapters/objects";
import type { AppSchema, Outcome, ProjectDataRpc } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import { DataStore } from "@edgewright/data-store";
import { writer } from "@edgewright/testing/row-writer";
import { describe, expect, it } from "vitest";

const tasks = (name: string, was: string[] = []): AppSchema => ({
  tables: [{ name: "tasks", label: "Tasks", columns: [{ name, label: "Title", type: "text", index: true, was }] }],
});
const BEFORE = tasks("title");
const AFTER = tasks("name", ["title"]);
const ROWS = 4000;
const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const take = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

/** An app whose tables cannot be changed in one piece. */
async function open(name: string) {
  const stub = env.PROJECT_DATA.get(env.PROJECT_DATA.idFromName(name));
  const data = stub as unknown as ProjectDataRpc;
  await data.setSchema({ channel: "current", schema: BEFORE });
  await runInDurableObject(stub, (_object, ctx: DurableObjectState) => {
    ctx.storage.sql.exec(
      `insert into rows (id, table_name, json, created_at, updated_at, created_by, revision, shadow)
       select 'row_' || value, 'tasks', '{"title":"n"}', '2026', '2026', null, 1, jsonb('{"title":"n"}')
       from (with recursive n(value) as (select 1 union all select value + 1 from n where value < ?) select value from n)`,
      ROWS,
    );
  });
  const total = async (column: string) => take(await data.list(ada, "tasks", { filters: [{ column, op: "eq", value: "n" }] })).total;
  const left = () =>
    runInDurableObject(stub, (_object, ctx: DurableObjectState) =>
      ctx.storage.sql.exec("select name from sqlite_master where name in ('rows_next', 'rows_old')").toArray(),
    );
  return { stub, data, total, left };
}

describe("a change of an app's tables", () => {
  it("answers reads and writes meanwhile, and loses none", async () => {
    const { stub, data, total, left } = await open("prj_meanwhile:preview");
    const changed = data.setSchema({ channel: "current", schema: AFTER });
    const row = take(await data.create(ada, "tasks", { title: "Meanwhile" }));
    expect(await data.schema("current")).toEqual(BEFORE);
    expect(await runInDurableObject(stub, (_object, ctx: DurableObjectState) => ctx.storage.getAlarm())).not.toBeNull();
    expect(take(await changed)).toEqual(["Field title of tasks is now name."]);
    expect(take(await data.get(ada, "tasks", row.id))).toMatchObject({ name: "Meanwhile" });
    expect(await total("name")).toBe(ROWS);
    await expect.poll(left).toEqual([]);
  });

  it("is gone on with by the alarm when the object died half way", async () => {
    const { stub, data, total, left } = await open("prj_died:preview");
    await runInDurableObject(stub, async (_object, ctx: DurableObjectState) => {
      let pieces = 0;
      const pause = async () => {
        if (++pieces === 5) throw new Error("killed");
      };
      const dying = new DataStore({
        sql: storageSql(ctx.storage),
        clock: systemClock,
        publish: () => {},
        pause,
        isMember: async () => true,
      });
      await expect(dying.setSchema("current", AFTER)).rejects.toThrow("killed");
    });
    await evictDurableObject(stub);
    // Whoever comes first wakes it, and finds the tables as they were.
    expect(await data.schema("current")).toEqual(BEFORE);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await data.schema("current")).toEqual(AFTER);
    expect([await total("name"), await left()]).toEqual([ROWS, []]);
  });
});
