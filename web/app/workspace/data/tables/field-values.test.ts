import { AppSchema, type Column } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { columnOf, FieldValues, valuesOf } from "./field-values.ts";

const SCHEMA = AppSchema.parse({
  tables: [{ name: "jobs", label: "Jobs", columns: [{ name: "price", label: "Price", type: "money", currency: "CHF" }] }],
});
const STATUS: Column = {
  name: "status",
  label: "Status",
  type: "select",
  options: ["open", "done"],
  default: "open",
  looks: { open: { colour: "red" } },
};
const json = (column: Column) => JSON.parse(JSON.stringify(column));

test("a field whose answers stay as they are stays as it is", () => {
  expect(json(columnOf(STATUS, valuesOf(STATUS, SCHEMA)))).toEqual(STATUS);
});

test("of another kind it keeps what holds for every kind", () => {
  const limited: Column = {
    name: "size",
    label: "Size",
    type: "text",
    unique: true,
    maxLength: 3,
    default: "L",
    policy: { read: "member" },
  };
  const values = { ...valuesOf(limited, SCHEMA), type: "integer" as const, label: " Height " };
  expect(json(columnOf(limited, values))).toEqual({
    name: "size",
    label: "Height",
    type: "integer",
    unique: true,
    policy: { read: "member" },
  });
});

test("an option that goes is no default any more; each is there once", () => {
  const values = { ...valuesOf(STATUS, SCHEMA), options: "done\n\nlate \ndone" };
  expect(json(columnOf(STATUS, values))).toEqual({ ...json(STATUS), options: ["done", "late"], default: undefined });
});

test("money is in the app's currency unless another is said", () => {
  const made = valuesOf(null, SCHEMA);
  expect(columnOf({ name: "fee", label: "Fee", type: "money" }, { ...made, label: "Fee", type: "money" }).currency).toBe("CHF");
  expect(columnOf({ name: "fee", label: "Fee", type: "money" }, { ...made, label: "Fee", type: "money", currency: " usd" }).currency).toBe(
    "USD",
  );
});

test.each([
  [{ label: " " }, "label"],
  [{ type: "select", options: " \n" }, "options"],
  [{ type: "reference" }, "ref"],
  [{ type: "money", currency: "euros" }, "currency"],
] as const)("%j is asked for again", (answers, field) => {
  const parsed = FieldValues.safeParse({ ...valuesOf(null, SCHEMA), label: "Name", ...answers });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
