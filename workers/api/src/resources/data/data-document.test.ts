/** The description of an app's API is of what that API answers. */
import type { AppSchema, DataRow } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { z } from "zod";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const project = await projectWithVersion(world, ada);
const base = `/api/projects/${project.id}/data`;
const SCHEMA: AppSchema = {
  tables: [
    {
      ...{ name: "invoices", label: "Invoices" },
      columns: [
        { name: "number", label: "Number", type: "autonumber" },
        { name: "title", label: "Title", type: "text", required: true, unique: true },
        { name: "total", label: "Total", type: "money", currency: "EUR", min: 0 },
        { name: "state", label: "State", type: "select", options: ["open", "paid"], default: "open", required: true },
        { name: "tags", label: "Tags", type: "multiselect", options: ["a", "b"] },
        { name: "due", label: "Due", type: "date" },
        { name: "twice", label: "Twice", type: "money", currency: "EUR", formula: "row.total * 2.0" },
      ],
    },
  ],
};
const set = await world.storeOf(project.id).setSchema("current", SCHEMA);
if (!set.ok) throw new Error(set.error.message);

type Described = { paths: Record<string, unknown>; components: { schemas: Record<string, z.core.JSONSchema.JSONSchema> } };
const described = (await (await ada.call("GET", `${base}/openapi.json`)).json()) as Described;
const shapeOf = (name: string) => z.fromJSONSchema(must(described.components.schemas[name]));

test("rows are as they are described, and so is what is written", async () => {
  const written = { title: "One", total: 12.5, tags: ["b"], due: null };
  expect(shapeOf("invoices_values").safeParse(written).success).toBe(true);
  const made = (await (await ada.call("POST", `${base}/tables/invoices/rows`, { values: written })).json()) as DataRow;
  expect(made).toMatchObject({ number: "1", twice: 25 });
  expect(shapeOf("invoices").parse(made)).toEqual(made);
});

test.each([
  [{ total: 1 }, "what is needed is missing"],
  [{ title: "One", number: "7" }, "a number is given"],
  [{ title: "One", twice: 7 }, "it is computed"],
  [{ title: "One", state: "gone" }, "it is no option"],
  [{ title: "One", total: -1 }, "it is too small"],
])("%j is not described, and refused: %s", async (values, _why) => {
  expect(shapeOf("invoices_values").safeParse(values).success).toBe(false);
  expect((await ada.call("POST", `${base}/tables/invoices/rows`, { values })).status).toBe(422);
});

test("each table has its own addresses", () => {
  expect(Object.keys(described.paths)).toEqual([
    `${base}/tables/invoices/rows`,
    `${base}/tables/invoices/rows/{id}`,
    `${base}/tables/invoices/rows/{id}/restore`,
    `${base}/tables/invoices/upsert`,
    `${base}/tables/invoices/rows/{id}/increment`,
  ]);
});

test("what is added to a number is as it is described", async () => {
  const row = (await (
    await ada.call("POST", `${base}/tables/invoices/upsert`, { by: "title", values: { title: "Two", total: 1 } })
  ).json()) as DataRow;
  const add = (by: object) => ada.call("POST", `${base}/tables/invoices/rows/${row.id}/increment`, { by });
  expect(shapeOf("invoices_amounts").safeParse({ total: 0.5 }).success).toBe(true);
  expect(shapeOf("invoices").parse(await (await add({ total: 0.5 })).json())).toMatchObject({ total: 1.5, twice: 3 });
  for (const [by, status] of [
    [{ title: 1 }, 422],
    [{ twice: 1 }, 422],
    [{}, 400],
  ] as const) {
    expect(shapeOf("invoices_amounts").safeParse(by).success).toBe(false);
    expect((await add(by)).status).toBe(status);
  }
});
