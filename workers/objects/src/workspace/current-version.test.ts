/** What is shown while the tables of a new version are being made, which takes as long as there are rows. */
import type { FileMap } from "@edgewright/contracts";
import { ok, pointerTo } from "@edgewright/core";
import { memorySql, testClock } from "@edgewright/testing";
import { expect, it } from "vitest";
import { ProjectWorkspace, type WorkspaceDeps } from "./workspace.ts";

const projectId = "prj_1";
const picture = new Uint8Array([0x89, 0, 255]);
const app = (version: number): FileMap => ({
  "public/logo.png": pointerTo({ sha256: "a".repeat(64), size: picture.length }),
  "index.html": '<div id="root"></div><script type="module" src="/src/main.ts"></script>',
  "src/main.ts": `console.log("version ${version}");\n`,
  "data/schema.json": JSON.stringify({ tables: [] }),
});

/** A workspace whose tables change when the test says so. */
function opened(sql = memorySql(), live = { version: 1 }) {
  const changes: { begun(): void; done(): void }[] = [];
  const deps: Partial<WorkspaceDeps> = {
    sql,
    clock: testClock(),
    versions: {
      current: async () => live.version,
      load: async (_, version) => ok(app(version)),
      bytes: async (sha256) => (sha256 === "a".repeat(64) ? picture : null),
    },
    setSchema: async (_, channel) => {
      const change = channel === "current" ? changes.shift() : undefined;
      if (!change) return;
      await new Promise<void>((resolve) => {
        change.done = resolve;
        change.begun();
      });
    },
    setAutomations: async () => undefined,
    setSamples: async () => undefined,
    push: () => undefined,
    newestSession: async () => null,
  };
  const workspace = new ProjectWorkspace(deps as WorkspaceDeps);
  const shown = async () => {
    const page = await workspace.page({ projectId, channel: "current" });
    return page.ok ? page.value.version : page.error.code;
  };
  const holdTables = async (work: () => Promise<unknown>) => {
    const change = { begun: () => undefined, done: () => undefined } as { begun(): void; done(): void };
    const begun = new Promise<void>((resolve) => {
      change.begun = resolve;
    });
    changes.push(change);
    const worked = work();
    await begun;
    return async () => {
      change.done();
      await worked;
    };
  };
  return { workspace, shown, holdTables, sql, live };
}

it("is the former version, until the tables are there", async () => {
  const { workspace, shown, holdTables } = opened();
  expect(await shown()).toBe(1);
  const finish = await holdTables(() => workspace.setCurrent({ projectId, version: 2, files: app(2) }));
  expect(await shown()).toBe(1);
  await finish();
  expect(await shown()).toBe(2);
});

it("is the former version as well for whoever comes first after the object began anew", async () => {
  const { shown, sql, live } = opened();
  expect(await shown()).toBe(1);
  live.version = 2;
  const anew = opened(sql, live);
  let first: unknown;
  const finish = await anew.holdTables(async () => {
    first = await anew.shown();
  });
  expect(await anew.shown()).toBe(1);
  await finish();
  expect(first).toBe(1);
  await expect.poll(anew.shown).toBe(2);
});

it("is the newest of two that come while the tables change, and never an older one that comes late", async () => {
  const { workspace, shown, holdTables } = opened();
  const finish = await holdTables(() => workspace.setCurrent({ projectId, version: 2, files: app(2) }));
  const newest = workspace.setCurrent({ projectId, version: 3, files: app(3) });
  const late = workspace.setCurrent({ projectId, version: 2, files: app(2) });
  await finish();
  await Promise.all([newest, late]);
  expect(await shown()).toBe(3);
});

it("tells whoever asked to follow when the tables could not be set, so that it is tried again", async () => {
  const sql = memorySql();
  const deps: Partial<WorkspaceDeps> = {
    sql,
    clock: testClock(),
    versions: { current: async () => 1, load: async (_, version) => ok(app(version)), bytes: async () => null },
    setSchema: async () => {
      throw new Error("lost");
    },
    setAutomations: async () => undefined,
    setSamples: async () => undefined,
    push: () => undefined,
    newestSession: async () => null,
  };
  await expect(new ProjectWorkspace(deps as WorkspaceDeps).follow(projectId)).rejects.toThrow("tables could not be set");
});

it("has its pictures, byte for byte, also after the object began anew", async () => {
  const first = opened();
  await first.shown();
  for (const { workspace } of [first, opened(first.sql, first.live)])
    expect(await workspace.file({ projectId, channel: "current", pathname: "/logo.png" })).toMatchObject({
      ok: true,
      value: { body: picture, type: "image/png" },
    });
});
