/** What other tables would do to an app's rows, over HTTP. */
import type { AppSchema, DataPlan, SavedVersion, TableChangeList } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const project = await projectWithVersion(world, ada);
const base = `/api/projects/${project.id}/data`;
const tasks = (...fields: string[]): AppSchema => ({
  tables: [{ name: "tasks", label: "Tasks", columns: fields.map((name) => ({ name, label: name, type: "text" as const })) }],
});
await world.storeOf(project.id).setSchema("current", tasks("title", "phone"));

test("is told without changing anything", async () => {
  await ada.call("POST", `${base}/tables/tasks/rows`, { values: { title: "Call", phone: "1" } });
  const answer = await ada.call("POST", `${base}/plan`, { schema: tasks("title") });
  expect((await answer.json()) as DataPlan).toEqual({
    steps: [{ key: "tasks.phone removed", effect: "lossy", says: "'phone' of Tasks is removed: 1 row has a value.", misfits: [] }],
  });
  expect(await (await ada.call("GET", `${base}/schema`)).json()).toEqual({ schema: tasks("title", "phone") });
});

test("is refused where the tables are none", async () => {
  expect((await ada.call("POST", `${base}/plan`, { schema: { tables: [{ name: "tasks" }] } })).status).toBe(400);
  const faulty: AppSchema = {
    tables: tasks("title").tables.map((table) => ({
      ...table,
      policy: { read: "row.none == 1", create: "member", update: "member", delete: "member" },
    })),
  };
  expect((await ada.call("POST", `${base}/plan`, { schema: faulty })).status).toBe(422);
});

test("a save that loses something waits for a yes, and an older version brings it back", async () => {
  const path = `/api/projects/${project.id}/versions`;
  const file = (schema: AppSchema) => ({ path: "data/schema.json", text: JSON.stringify(schema) });
  const send = async (to: string, body: object) => (await (await ada.call("POST", `${path}${to}`, body)).json()) as SavedVersion;
  const first = await send("", { parent: 1, changes: [file(tasks("title", "phone"))] });
  expect(first).toMatchObject({ outcome: "saved", head: 2 });
  const change = { parent: 2, changes: [file(tasks("title"))] };
  const asked = await send("", change);
  expect(asked).toMatchObject({ outcome: "data_loss", version: null, head: 2, plan: { steps: [{ key: "tasks.phone removed" }] } });
  expect(await (await ada.call("GET", `/api/projects/${project.id}`)).json()).toMatchObject({ currentVersion: 2 });
  expect(await send("", { ...change, accepts: ["tasks.phone removed"] })).toMatchObject({ outcome: "saved", current: true, head: 3 });
  const { items } = (await (await ada.call("GET", `${base}/table-changes`)).json()) as TableChangeList;
  expect(items[0]).toMatchObject({
    type: "tables",
    version: 3,
    by: "Ada",
    says: ["Field phone of tasks was removed; its values are kept aside."],
  });
  expect(await send("/2/restore", {})).toMatchObject({ outcome: "saved", current: true });
  expect(await (await ada.call("GET", `${base}/tables/tasks/rows`)).json()).toMatchObject({ rows: [{ title: "Call", phone: "1" }] });
});
