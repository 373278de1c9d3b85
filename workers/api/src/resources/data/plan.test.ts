/** What other tables would do to an app's rows, over HTTP. */
import type { AppSchema, DataPlan } from "@edgewright/contracts";
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
