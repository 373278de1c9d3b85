/** A job whose version would take values out of the app's rows: it goes live by a person's yes alone. */
import type { AppSchema, Column } from "@edgewright/contracts";
import { type ScriptedTurn, scriptedModel, writer } from "@edgewright/testing";
import { endOf, jobWorld, TEMPLATE } from "@edgewright/testing/job-world";
import { must } from "@edgewright/testing/must";
import { expect, it } from "vitest";
import { runJob } from "./run-job.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write", role: "editor" } });
const field = (name: string, type: Column["type"] = "text"): Column => ({ name, label: name, type });
const tasks = (...columns: Column[]): AppSchema => ({ tables: [{ name: "tasks", label: "Tasks", columns }] });
const SCHEMA = "data/schema.json";
const set = (schema: AppSchema): ScriptedTurn => ({
  calls: [{ tool: "write_file", input: { path: SCHEMA, text: JSON.stringify(schema, null, 2) } }],
});
const PLAN: ScriptedTurn = { calls: [{ tool: "plan", input: { steps: [{ id: "1", title: "The tables", files: [SCHEMA] }] } }] };
const FINISH: ScriptedTurn = { calls: [{ tool: "finish", input: { summary: "Done." } }] };
const BEFORE = tasks(field("title"), field("phone"));
const REMOVED = { key: "tasks.phone removed", effect: "lossy", says: "'phone' of Tasks is removed: 1 row has a value.", misfits: [] };

async function setUp(...turns: ScriptedTurn[]) {
  const model = scriptedModel(turns);
  const world = await jobWorld(model);
  await world.live({ ...TEMPLATE, [SCHEMA]: JSON.stringify(BEFORE) });
  await world.app.store.setSchema("current", BEFORE);
  const row = await world.app.store.create(ada, "tasks", { title: "Call", phone: "0041" });
  const message = await world.say("Without phones");
  const answer = (accepts: string[]) => world.stream.answer({ jobId: message.jobId, kind: "data", result: { accepts }, events: [] });
  const told = () => JSON.stringify(model.prompts.at(-1));
  const end = async () => endOf(await world.events());
  const phone = async () => (row.ok ? JSON.parse(JSON.stringify(await world.app.store.get(ada, "tasks", row.value.id))).value.phone : null);
  return { ...world, message, answer, told, end, phone };
}

it("waits, tells the model and the person, and goes live by a yes", async () => {
  const world = await setUp(PLAN, set(tasks(field("title"))), FINISH);
  expect(await runJob(world.deps, world.message)).toBe("waiting");
  expect(world.told()).toContain("lossy: 'phone' of Tasks is removed: 1 row has a value.");
  const asked = (await world.events()).filter(({ type }) => type === "data.asked");
  expect(asked).toMatchObject([{ data: { plan: { steps: [REMOVED] } } }]);
  expect(await world.currentVersion()).toBe(1);
  expect(await world.answer([REMOVED.key])).toBe("resumed");
  expect(await runJob(world.deps, world.message)).toBe("finished");
  expect(await world.end()).toMatchObject({ type: "job.done", data: { version: 2 } });
  const [snapshot] = await world.snapshots.list(world.project.id, { limit: 1, before: null });
  expect(snapshot).toMatchObject({ reason: "migration", version: 1 });
});

it("does nothing at a no", async () => {
  const world = await setUp(PLAN, set(tasks(field("title"))), FINISH);
  await runJob(world.deps, world.message);
  await world.answer([]);
  expect(await runJob(world.deps, world.message)).toBe("finished");
  expect(await world.end()).toMatchObject({ type: "job.failed", data: { kept: { liveVersion: 1, draftFiles: [SCHEMA] } } });
  expect(await world.phone()).toBe("0041");
});

it("hears what the person says instead", async () => {
  const world = await setUp(PLAN, set(tasks(field("title"))), FINISH, set(BEFORE), FINISH);
  await runJob(world.deps, world.message);
  await world.say("Hide it in the list only", "steer");
  expect(await runJob(world.deps, world.message)).toBe("finished");
  expect(world.told()).toContain("Hide it in the list only");
  expect(await world.phone()).toBe("0041");
});

it("asks nobody about what cannot be done: the model does it otherwise", async () => {
  const other = tasks(field("title"), field("phone"), field("called", "date"));
  const world = await setUp(PLAN, set(tasks(field("title"), field("phone", "date"))), FINISH, set(other), FINISH);
  expect(await runJob(world.deps, world.message)).toBe("finished");
  expect(world.told()).toContain("'phone' of Tasks cannot become a date: its only value does not fit.");
  expect(await world.end()).toMatchObject({ type: "job.done" });
  expect(must(await world.currentVersion())).toBe(2);
});

it("ends where the model does not", async () => {
  const world = await setUp(PLAN, set(tasks(field("title"), field("phone", "date"))), FINISH, FINISH);
  expect(await runJob(world.deps, world.message)).toBe("finished");
  expect(await world.end()).toMatchObject({ type: "job.failed", data: { error: { code: "checks_failed" } } });
  expect(await world.phone()).toBe("0041");
});
