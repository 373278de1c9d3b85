/** Snapshots over HTTP: when they are made, what they bring back, and what happens when something fails in between. */

import { AUTOMATIC_KEPT, releaseBookmarks } from "@edgewright/audit";
import type { DataRow, FileMap, ProjectDataRpc, RolledBack, RowPage, Snapshot, SnapshotDetail, SnapshotPage } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { type ApiWorld, apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";

const json = async <T>(response: Response) => (await response.json()) as T;
const tables = (...columns: object[]) => JSON.stringify({ tables: [{ name: "tasks", label: "Tasks", columns }] });
const title = { name: "title", label: "Title", type: "text" };
const amount = { name: "amount", label: "Amount", type: "integer" };
const ONE: FileMap = { "src/App.tsx": "one\n", "data/schema.json": tables(title) };
/** The title is the name from here on, and there is a new field. */
const TWO = { "src/App.tsx": "two\n", "data/schema.json": tables({ ...title, name: "name", was: ["title"] }, amount) };

/** An app with a table of tasks, of which one is there. */
async function open(options: Parameters<typeof apiWorld>[0] = {}) {
  const world = await apiWorld(options);
  const ada = await world.person("Ada");
  const project = await projectWithVersion(world, ada, ONE);
  const base = `/api/projects/${project.id}`;
  await world.services.workspace(project.id).setCurrent({ projectId: project.id, version: 1, files: ONE });
  const add = async (values: object) => json<DataRow>(await ada.call("POST", `${base}/data/tables/tasks/rows`, { values }));
  const rows = async () => (await json<RowPage>(await ada.call("GET", `${base}/data/tables/tasks/rows`))).rows;
  const save = (parent: number, files: FileMap, accepts: string[] = []) =>
    ada.call("POST", `${base}/versions`, { parent, accepts, changes: Object.entries(files).map(([path, text]) => ({ path, text })) });
  const list = async () => (await json<SnapshotPage>(await ada.call("GET", `${base}/snapshots`))).items;
  const take = async (note?: string) => json<Snapshot>(await ada.call("POST", `${base}/snapshots`, { note }));
  const look = async (id: string) => json<SnapshotDetail>(await ada.call("GET", `${base}/snapshots/${id}`));
  const back = (id: string, ...parts: string[]) => ada.call("POST", `${base}/snapshots/${id}/rollback`, { parts });
  const rolled = async (id: string, ...parts: string[]) => {
    const response = await back(id, ...parts);
    if (!response.ok) throw new Error(await response.text());
    return json<RolledBack>(response);
  };
  const read = async (path: string, version: number) =>
    (await json<{ text: string }>(await ada.call("GET", `${base}/versions/${version}/files/${path}`))).text;
  const present = async () => must(await world.projects.find(project.id));
  const actions = async () =>
    (await world.database.query.auditLog.findMany({ orderBy: (log, { asc }) => asc(log.id) })).map((line) => line.action);
  await add({ title: "Buy milk" });
  return { world, ada, project, base, add, rows, save, list, take, look, back, rolled, read, present, actions };
}

test("one taken by hand brings code, data and settings back, and is undone by the one it made", async () => {
  const app = await open();
  const then = await app.rows();
  const taken = await app.take("  Before the big change ");
  expect(taken).toMatchObject({ reason: "by_hand", note: "Before the big change", by: "Ada", version: 1, tables: 1 });
  expect(taken.parts).toEqual({ code: true, data: true, settings: true });
  await app.save(1, TWO);
  await app.ada.call("PATCH", app.base, { name: "Errands", settings: { fixRounds: 7 } });
  await app.add({ name: "Call Bob", amount: 2 });
  const now = await app.rows();

  const found = await app.look(taken.id);
  expect(found.changes).toEqual({
    code: { from: 2, to: 1, files: 2 },
    data: [{ name: "tasks", label: "Tasks", now: 2, was: 1 }],
    settings: [
      { name: "name", now: "Errands", was: "Tasks" },
      { name: "fixRounds", now: 7, was: 3 },
    ],
  });
  const done = await app.rolled(taken.id, "settings", "data", "code");
  expect(done).toMatchObject({ parts: ["code", "data", "settings"], version: 3 });
  expect(await app.rows()).toEqual(then);
  expect(await app.present()).toMatchObject({ currentVersion: 3, name: "Tasks", settings: { fixRounds: 3 } });
  expect(await app.read("src/App.tsx", 3)).toBe("one\n");
  expect(app.world.current.at(-1)).toMatchObject({ version: 3, files: ONE });
  expect((await app.actions()).slice(-3).sort()).toEqual(["snapshot.created", "snapshot.rolled_back", "version.restored"]);

  const undone = await app.rolled(done.undo, "code", "data", "settings");
  expect(await app.rows()).toEqual(now);
  expect(await app.present()).toMatchObject({ currentVersion: 4, name: "Errands", settings: { fixRounds: 7 } });
  expect(await app.read("src/App.tsx", 4)).toBe("two\n");
  expect((await app.list()).slice(0, 2).map(({ id, reason }) => [id, reason])).toEqual([
    [undone.undo, "rollback"],
    [done.undo, "rollback"],
  ]);
});

test("one is made before a migration, a restore and a delete, and before nothing else", async () => {
  const app = await open();
  await app.save(1, { "src/App.tsx": "no other tables\n" });
  expect(await app.list()).toEqual([]);
  await app.save(2, TWO);
  expect(await app.list()).toMatchObject([{ reason: "migration", version: 2, by: "Ada" }]);
  await app.ada.call("POST", `${app.base}/versions/1/restore`);
  expect(await app.list()).toMatchObject([{ reason: "restore", version: 3 }, { reason: "migration" }]);
  await app.ada.call("DELETE", app.base);
  expect((await app.ada.call("GET", `${app.base}/snapshots`)).status).toBe(410);
  await app.ada.call("POST", `${app.base}/undelete`);
  expect((await app.list()).map(({ reason }) => reason)).toEqual(["delete", "restore", "migration"]);
  expect((await app.actions()).filter((action) => action === "snapshot.created")).toHaveLength(3);
});

test("after a project was brought back, the rows of its end can be had", async () => {
  const app = await open();
  const [row] = await app.rows();
  await app.ada.call("DELETE", app.base);
  await app.ada.call("POST", `${app.base}/undelete`);
  await app.ada.call("DELETE", `${app.base}/data/tables/tasks/rows/${must(row).id}`);
  const [made] = await app.list();
  await app.rolled(must(made).id, "data");
  expect(await app.rows()).toEqual([row]);
});

test("an empty project can be deleted, and has a snapshot without code and data", async () => {
  const app = await open();
  const empty = await json<{ project: { id: string } }>(await app.ada.call("POST", "/api/projects", { name: "Empty" }));
  const base = `/api/projects/${empty.project.id}`;
  expect((await app.ada.call("DELETE", base)).status).toBe(200);
  await app.ada.call("POST", `${base}/undelete`);
  const { items } = await json<SnapshotPage>(await app.ada.call("GET", `${base}/snapshots`));
  expect(items).toMatchObject([{ reason: "delete", version: null, parts: { code: false, data: false, settings: true } }]);
  const refused = await app.ada.call("POST", `${base}/snapshots/${at(items, 0).id}/rollback`, { parts: ["code"] });
  expect([refused.status, await refused.json()]).toMatchObject([410, { code: "gone" }]);
});

test("rows alone follow to today's tables, code alone finds its values under the old names, and both say so first", async () => {
  const app = await open();
  const taken = await app.take();
  await app.save(1, TWO);
  await app.add({ name: "Call Bob", amount: 2 });
  const found = await app.look(taken.id);
  expect(found.alone.data).toEqual({
    says: ["Field title of tasks is now name.", "Field amount of tasks was added."],
    refused: null,
  });
  const data = await app.rolled(taken.id, "data");
  expect(data).toMatchObject({ version: null, says: must(found.alone.data).says });
  expect(await app.rows()).toMatchObject([{ name: "Buy milk", amount: null }]);
  await app.rolled(data.undo, "data");
  const code = await app.rolled(taken.id, "code");
  expect(code.says).toEqual(["Field name of tasks is now title.", "Field amount of tasks was removed; its values are kept aside."]);
  expect((await app.rows()).map((row) => row.title)).toEqual(["Buy milk", "Call Bob"]);
});

test("data that today's fields cannot hold is refused alone, and comes back with its code", async () => {
  const app = await open();
  await app.add({ title: "12" });
  const then = await app.rows();
  const taken = await app.take();
  await app.save(1, { "data/schema.json": tables({ ...title, type: "integer" }) }, ["tasks.title integer"]);
  const { alone } = await app.look(taken.id);
  expect(alone.data?.refused).toMatch(/One row of Tasks .* Title holds what is not a whole number/);
  const refused = await app.back(taken.id, "data");
  expect([refused.status, await refused.json()]).toMatchObject([
    409,
    { next: "Roll back code and data together.", fields: { parts: "code" } },
  ]);
  expect((await app.list()).map(({ reason }) => reason)).toEqual(["migration", "by_hand"]);
  await app.rolled(taken.id, "code", "data");
  expect(await app.rows()).toEqual(then);
});

test("code that no longer passes its checks takes nothing back", async () => {
  const broken = { now: false };
  const finding = { file: "src/App.tsx", line: 1, column: 1, code: "TS1", message: "It does not hold." };
  const app = await open({ broken: (files) => (broken.now && files["src/App.tsx"] === "one\n" ? [finding] : []) });
  const taken = await app.take();
  await app.save(1, { "src/App.tsx": "two\n" });
  await app.add({ title: "Call Bob" });
  broken.now = true;
  const refused = await app.back(taken.id, "code", "data");
  expect([refused.status, await refused.json()]).toMatchObject([422, { code: "checks_failed" }]);
  expect([(await app.present()).currentVersion, (await app.rows()).length, (await app.list()).length]).toEqual([2, 2, 1]);
});

test("of two rollbacks at once, one holds and the other is refused; nothing is mixed", async () => {
  const app = await open();
  const first = await app.take();
  await app.save(1, { "src/App.tsx": "two\n" });
  await app.add({ title: "Call Bob" });
  const second = await app.take();
  await app.save(2, { "src/App.tsx": "three\n" });
  await app.add({ title: "Sleep" });
  const answers = await Promise.all([app.back(first.id, "code", "data"), app.back(second.id, "code", "data")]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won = at(answers, 0).ok ? { code: "one\n", rows: 1 } : { code: "two\n", rows: 2 };
  expect({ code: await app.read("src/App.tsx", 4), rows: (await app.rows()).length }).toEqual(won);
  expect((await app.present()).currentVersion).toBe(4);
});

test("a version that came meanwhile keeps the rollback from happening", async () => {
  const meanwhile: { run?: () => Promise<unknown> } = {};
  const app = await open({
    between: (data) => ({
      ...data,
      async hold(input) {
        const held = await data.hold(input);
        await meanwhile.run?.();
        return held;
      },
    }),
  });
  const taken = await app.take();
  await app.save(1, { "src/App.tsx": "two\n" });
  await app.add({ title: "Call Bob" });
  meanwhile.run = () => app.save(2, { "src/App.tsx": "three\n" });
  const refused = await app.back(taken.id, "code", "data");
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: "conflict" }]);
  expect((await app.rows()).length).toBe(2);
  // Writes go on.
  expect(await app.add({ title: "Sleep" })).toMatchObject({ revision: 1 });
});

type Call = keyof ProjectDataRpc;

/** Dies for good at the first call of `name`, before or after it took effect. */
function dying(name: Call, after: boolean) {
  const dead = { yes: false, armed: false };
  const between = (data: ProjectDataRpc): ProjectDataRpc =>
    new Proxy(data, {
      get(target, key) {
        const real = Reflect.get(target, key) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          if (dead.armed && key === name && !after) throw new Error("killed");
          const result = await real(...args);
          if (dead.armed && key === name) throw new Error("killed");
          return result;
        };
      },
    });
  return { between, dead };
}

test.each([
  ["compare", false],
  ["hold", false],
  ["hold", true],
  ["mark", false],
  ["mark", true],
  ["rollBack", false],
  ["rollBack", true],
] as const)("a kill at %s (after it: %s) leaves the old state or the new, never a mix", async (name, after) => {
  const { between, dead } = dying(name, after);
  const app = await open({ between });
  const then = await app.rows();
  const taken = await app.take();
  await app.save(1, TWO);
  await app.add({ name: "Call Bob" });
  const now = await app.rows();
  dead.armed = true;
  await app.back(taken.id, "code", "data", "settings");
  dead.armed = false;
  await wake(app.world, app.project.id);
  const version = (await app.present()).currentVersion;
  expect({ version, rows: await app.rows() }).toEqual(version === 2 ? { version, rows: now } : { version: 3, rows: then });
  expect(version).toBe(name === "rollBack" ? 3 : 2);
  // And the app works on.
  await app.add(version === 3 ? { title: "Sleep" } : { name: "Sleep" });
});

/** What the object's alarm does. */
async function wake(world: ApiWorld, projectId: string) {
  const { rollbacks } = world.dataOf(projectId);
  const held = rollbacks.held();
  if (held && (await world.snapshots.decided(held.decision))) await rollbacks.rollBack(held);
  else if (held) rollbacks.drop(held.decision);
}

test.each([
  ["restore", (app: Awaited<ReturnType<typeof open>>) => app.ada.call("POST", `${app.base}/versions/1/restore`)],
  ["migration", (app: Awaited<ReturnType<typeof open>>) => app.save(2, TWO)],
  ["delete", (app: Awaited<ReturnType<typeof open>>) => app.ada.call("DELETE", app.base)],
  ["snapshot by hand", (app: Awaited<ReturnType<typeof open>>) => app.ada.call("POST", `${app.base}/snapshots`, {})],
])("a %s whose data cannot be captured is refused and changes nothing", async (_name, act) => {
  const { between, dead } = dying("mark", false);
  const app = await open({ between });
  await app.save(1, { "src/App.tsx": "two\n" });
  dead.armed = true;
  const refused = await act(app);
  expect([refused.status, await refused.json()]).toMatchObject([
    503,
    { code: "unavailable", detail: expect.stringContaining("could not be captured") },
  ]);
  expect(await app.present()).toMatchObject({ currentVersion: 2, deletedAt: null });
  expect(await app.list()).toEqual([]);
});

test("the newest automatic ones are kept, those by hand all; what nobody names is let go", async () => {
  const app = await open();
  const byHand = await app.take("Keep me");
  const then = await app.rows();
  for (let time = 0; time < AUTOMATIC_KEPT + 3; time++) {
    await app.ada.call("DELETE", app.base);
    await app.ada.call("POST", `${app.base}/undelete`);
  }
  const kept = await app.world.snapshots.list(app.project.id, { limit: 100, before: null });
  expect(kept.filter(({ reason }) => reason === "delete")).toHaveLength(AUTOMATIC_KEPT);
  expect(kept.at(-1)?.id).toBe(byHand.id);
  app.world.clock.advance(2 * 3600 * 1000);
  await app.add({ title: "Call Bob" });
  const released: number[] = [];
  await releaseBookmarks({
    ...app.world,
    data: (projectId) => ({
      async release(keep) {
        const count = await app.world.services.data(projectId, "preview").release(keep);
        released.push(count);
        return count;
      },
    }),
  });
  expect(released).toEqual([3]);
  await app.rolled(byHand.id, "data");
  expect(await app.rows()).toEqual(then);
});

test("a snapshot of another project is not there, and a rollback needs a part", async () => {
  const app = await open();
  const taken = await app.take();
  const other = await projectWithVersion(app.world, app.ada);
  expect((await app.ada.call("GET", `/api/projects/${other.id}/snapshots/${taken.id}`)).status).toBe(404);
  expect((await app.ada.call("POST", `/api/projects/${other.id}/snapshots/${taken.id}/rollback`, { parts: ["data"] })).status).toBe(404);
  expect((await app.back(taken.id)).status).toBe(400);
});

test("the list is paged, newest first", async () => {
  const app = await open();
  for (const note of ["One", "Two", "Three"]) await app.take(note);
  const page = await json<SnapshotPage>(await app.ada.call("GET", `${app.base}/snapshots?limit=2`));
  expect(page.items.map(({ note }) => note)).toEqual(["Three", "Two"]);
  const rest = await json<SnapshotPage>(await app.ada.call("GET", `${app.base}/snapshots?limit=2&cursor=${page.cursor}`));
  expect([rest.items.map(({ note }) => note), rest.cursor]).toEqual([["One"], null]);
});
