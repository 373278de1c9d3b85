import { applyD1Migrations } from "cloudflare:test";
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
const ada: DataScope = { channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } };
const visitor: DataScope = { channel: "current", actor: { kind: "visitor" } };

let granted: Record<string, string>;
beforeAll(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { admin } = await accessWorld(env.DB);
  granted = { [GRANT_HEADER]: JSON.stringify(admin) };
});

async function open(name: string) {
  const data = env.PROJECT_DATA.get(env.PROJECT_DATA.idFromName(name)) as unknown as ProjectDataRpc & Fetcher;
  await data.setSchema({ channel: "current", schema: SCHEMA });
  const join = async (scope: DataScope) => {
    const response = await data.fetch("http://data/live", {
      headers: { ...granted, upgrade: "websocket", [DATA_SCOPE_HEADER]: JSON.stringify(scope) },
    });
    const socket = response.webSocket!;
    const heard: LiveChange[] = [];
    socket.addEventListener("message", (message) => {
      heard.push(LiveChange.parse(JSON.parse(String(message.data))));
    });
    socket.accept();
    return { socket, heard };
  };
  return { data, join };
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
