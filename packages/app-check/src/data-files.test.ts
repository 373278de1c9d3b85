import { expect, test } from "vitest";
import { checkDataFiles } from "./data-files.ts";

const TASKS = { name: "tasks", label: "Tasks", columns: [{ name: "title", label: "Title", type: "text" }] };
const check = (manifest: object, ...tables: object[]) =>
  checkDataFiles({ "app.json": JSON.stringify(manifest, null, 2), "data/schema.json": JSON.stringify({ tables }, null, 2) });

test("files that have only what is known are right", () => {
  expect(
    check({ name: "Tasks", viewers: "write", hosts: { image: ["*"] } }, { ...TASKS, policy: { read: "owner" }, was: ["jobs"] }),
  ).toEqual([]);
});

test.each<[object, object, string, number, string]>([
  [
    { name: "T" },
    { ...TASKS, policies: { read: "owner" } },
    "data/schema.json",
    13,
    'tables.0.policies: "policies" is not known here, so it has no effect. Did you mean "policy"?',
  ],
  [
    { name: "T" },
    { ...TASKS, policy: { reads: "owner" } },
    "data/schema.json",
    14,
    'tables.0.policy.reads: "reads" is not known here, so it has no effect. Did you mean "read"?',
  ],
  [
    { name: "T", visibilty: "link" },
    TASKS,
    "app.json",
    3,
    'visibilty: "visibilty" is not known here, so it has no effect. Did you mean "visibility"?',
  ],
  [
    { name: "T", theme: "dark" },
    TASKS,
    "app.json",
    3,
    'theme: "theme" is not known here, so it has no effect. Known are: name, icon, visibility, viewers, roles, description, hosts, env.',
  ],
])("%j, %j: a key that is not known is said at its line, with the nearest one that is", (manifest, table, file, line, message) => {
  expect(check(manifest, table)).toMatchObject([{ file, line, message, code: "SCHEMA" }]);
});

test("sample rows give no value to what is worked out", () => {
  const half = { name: "half", label: "Half", type: "number", formula: "row.hours / 2" };
  const hours = { name: "hours", label: "Hours", type: "number" };
  const files = {
    "app.json": JSON.stringify({ name: "T" }),
    "data/schema.json": JSON.stringify({ tables: [{ name: "tasks", label: "Tasks", columns: [hours, half] }] }),
    "data/samples.json": JSON.stringify({ set: 1, rows: { tasks: [{ hours: 2, half: null }, { half: 1 }] } }),
  };
  const message = 'rows.tasks.1.half: "half" is worked out or numbered by the platform: no sample row gives it a value.';
  expect(checkDataFiles(files)).toMatchObject([{ file: "data/samples.json", message }]);
});

test("sample rows have the tables and fields that there are", () => {
  const files = {
    "app.json": JSON.stringify({ name: "T" }),
    "data/schema.json": JSON.stringify({ tables: [TASKS] }),
    "data/samples.json": JSON.stringify({ set: 1, rows: { tasks: [{ title: "Call" }, { titel: "Call" }], jobs: [] } }, null, 2),
  };
  expect(checkDataFiles(files)).toMatchObject([
    { file: "data/samples.json", line: 9, message: 'rows.tasks.1.titel: There is no field "titel"; fields: title.' },
    { file: "data/samples.json", line: 12, message: 'rows.jobs: There is no table "jobs"; tables: tasks.' },
  ]);
});
