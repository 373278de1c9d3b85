import { applyD1Migrations, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import {
  type AppSchema,
  DATA_SCOPE_HEADER,
  type DataScope,
  type ErasableRpc,
  GRANT_HEADER,
  LiveChange,
  type ProjectDataRpc,
} from "@edgewright/contracts";
import { accessWorld } from "@edgewright/testing/access-world";
import { must } from "@edgewright/testing/must";
import { writer } from "@edgewright/testing/row-writer";
import { beforeAll, describe, expect, it } from "vitest";

const SCHEMA: AppSchema = {
  tables: [
    {
      name: "notes",
      label: "Notes",
      columns: [{ name: "text", label: "Text", type: "text", required: true }],
      policy: { read: "member", create: "anyone", update: "member", delete: "member" },
    },
  ],
};
const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const visitor = writer({ channel: "current", actor: { kind: "visitor" } });

let granted: Record<string, string>;
let organizationId: string;
beforeAll(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const world = await accessWorld(env.DB);
  granted = { [GRANT_HEADER]: JSON.stringify(world.admin) };
  ({ organizationId } = world);
});

async function open(name: string) {
  const stub = env.PROJECT_DATA.get(env.PROJECT_DATA.idFromName(name));
  const data = stub as unknown as ProjectDataRpc & Fetcher;
  await data.setSchema({ channel: "current", schema: SCHEMA });
  const join = async (scope: DataScope) => {
    const response = await data.fetch("http://data/live", {
      headers: { ...granted, upgrade: "websocket", [DATA_SCOPE_HEADER]: JSON.stringify(scope) },
    });
    const socket = must(response.webSocket);
    const heard: LiveChange[] = [];
    socket.addEventListener("message", (message) => {
      heard.push(LiveChange.parse(JSON.parse(String(message.data))));
    });
    socket.accept();
    return { socket, heard };
  };
  return { stub, data, join };
}

describe("an app's data", () => {
  it("tells each window of another's changes, and nobody of what they may not read", async () => {
    const { data, join } = await open("prj_live:preview");
    const [member, guest] = [await join(ada), await join(visitor)];
    const created = await data.create(visitor, "notes", { text: "Hello" });
    if (!created.ok) throw new Error(created.error.message);
    await data.update(ada, "notes", created.value.id, { text: "Hello again" });
    await expect
      .poll(() => member.heard.map(({ type, row }) => [type, row.text]))
      .toEqual([
        ["created", "Hello"],
        ["updated", "Hello again"],
      ]);
    expect(guest.heard).toEqual([]);
  });

  it("gives refusals as values across the call", async () => {
    const { data } = await open("prj_refused:preview");
    expect(await data.create(ada, "notes", { text: "" })).toMatchObject({
      ok: false,
      error: { code: "row_invalid", fields: { text: "is needed" } },
    });
    expect(await data.list(visitor, "notes", {})).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });

  it("refuses a socket without a scope", async () => {
    const { data } = await open("prj_noscope:preview");
    expect((await data.fetch("http://data/live", { headers: { upgrade: "websocket" } })).status).toBe(426);
  });
});

describe("the lines of what people write", () => {
  const written = (projectId: string) => {
    const by = { kind: "person", id: "usr_ada", name: "Ada", personId: "usr_ada", ip: null, userAgent: null, requestId: null } as const;
    return writer(ada, { organizationId, projectId, way: "screen", by });
  };
  const lines = async (projectId: string) =>
    (await env.DB.prepare("select action from audit_log where project_id = ? order by id").bind(projectId).all()).results;

  it("are in the organization's log when the write is over", async () => {
    const { data } = await open("prj_told:preview");
    await data.create(written("prj_told"), "notes", { text: "Hello" });
    await expect.poll(() => lines("prj_told")).toEqual([{ action: "data.row_created" }]);
  });

  it("come there later when the database is away and the object dies, each once", async () => {
    const { data, stub } = await open("prj_away:preview");
    await env.DB.exec("create trigger away before insert on audit_log begin select raise(ABORT, 'away'); end");
    const created = await data.create(written("prj_away"), "notes", { text: "Hello" });
    if (!created.ok) throw new Error(created.error.message);
    await data.update(written("prj_away"), "notes", created.value.id, { text: "Hello again" });
    await runInDurableObject(stub, (object: unknown) => (object as { alarm(): Promise<void> }).alarm());
    expect(await lines("prj_away")).toEqual([]);
    await evictDurableObject(stub);
    await env.DB.exec("drop trigger away");
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await lines("prj_away")).toEqual([{ action: "data.row_created" }, { action: "data.row_updated" }]);
    await runInDurableObject(stub, (object: unknown) => (object as { alarm(): Promise<void> }).alarm());
    expect(await lines("prj_away")).toHaveLength(2);
  });
});

describe("an object that is erased", () => {
  it("keeps nothing, sends away whoever looks on, and begins anew", async () => {
    const { data, join } = await open("prj_erased:preview");
    const { socket } = await join(ada);
    const closed = new Promise<number>((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
    await data.create(ada, "notes", { text: "Hello" });
    await (data as unknown as ErasableRpc).erase();
    expect(await closed).toBe(1001);
    const again = await open("prj_erased:preview");
    expect(await again.data.list(ada, "notes", {})).toMatchObject({ ok: true, value: { rows: [], total: 0 } });
  });
});
