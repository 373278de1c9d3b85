/** An app's rows up to their limit, on the engine an object has: whether adding stays as fast, and how long a list keeps others waiting. */
import type { AppSchema, Column, RowQueryInput } from "@edgewright/contracts";
import { at, first, systemClock } from "@edgewright/core";
import { DataStore } from "@edgewright/data-store";
import { memorySql, writer } from "@edgewright/testing";
import { type BenchRow, row } from "./row.ts";

const ROUND = 1000;
const MEASURED = [0, 40_000, 90_000];
const FULL = 95_000;
const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const SCHEMA: AppSchema = {
  tables: [
    {
      name: "tasks",
      label: "Tasks",
      columns: [
        { name: "title", label: "Title", type: "text", required: true },
        { name: "code", label: "Code", type: "text", unique: true },
        { name: "notes", label: "Notes", type: "longtext" },
        { name: "amount", label: "Amount", type: "number" },
        { name: "due", label: "Due", type: "date" },
        { name: "at", label: "At", type: "datetime" },
        { name: "stage", label: "Stage", type: "select", options: ["new", "active", "done"] },
        { name: "parent", label: "Parent", type: "reference", ref: "tasks" },
      ],
    },
  ],
};
const WORDS = "Müller orders sixty boxes of blue screws for the workshop in Żory before next Tuesday noon".split(" ");

const QUERIES: Record<string, RowQueryInput> = {
  "first page": {},
  "sorted by title": { sort: [{ column: "title" }] },
  search: { search: "screws 7" },
  "filtered and sorted": { filters: [{ column: "amount", op: "gt", value: 500 }], sort: [{ column: "due", direction: "desc" }] },
  "the costliest one allowed": {
    filters: Array.from({ length: 13 }, (_, n) => ({ column: "notes", op: "contains" as const, value: at(WORDS, n) })),
    sort: ["title", "amount", "due", "stage"].map((column) => ({ column })),
  },
};

const values = (n: number) => ({
  title: `${WORDS[n % 15]} ${WORDS[(n * 7) % 15]} ${n}`,
  code: `T-${n}`,
  notes: Array.from({ length: 12 }, (_, at) => WORDS[(n * 31 + at * 7) % 15]).join(" "),
  amount: (n * 7919) % 1000,
  due: "2026-03-31",
  at: "2026-03-31T09:30:00+02:00",
  stage: "new",
});

const [TASKS] = SCHEMA.tables;
const changed = (columns: Column[], name = "tasks"): AppSchema => ({
  tables: [{ ...TASKS, name, label: "Tasks", was: name === "tasks" ? [] : ["tasks"], columns }],
});
const renamed = (TASKS?.columns ?? []).map((column) => (column.name === "title" ? { ...column, name: "name", was: ["title"] } : column));
const indexed = renamed.map((column) => (column.name === "amount" ? { ...column, index: true } : column));
/** Each follows the one before it. */
const CHANGES: Record<string, AppSchema> = {
  "a renamed field": changed(renamed),
  "one more index": changed(indexed),
  "a renamed table": changed(
    indexed.map((column) => (column.name === "parent" ? { ...column, ref: "jobs" } : column)),
    "jobs",
  ),
};

/** Milliseconds that this thread has had a processor. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export async function benchData(n: number): Promise<BenchRow[]> {
  let resumed = 0;
  let held: number[] = [];
  const stretch = () => held.push(worked() - resumed);
  const pause = async () => {
    stretch();
    await new Promise((resolve) => setImmediate(resolve));
    resumed = worked();
  };
  const store = new DataStore({ sql: memorySql(), clock: systemClock, publish: () => {}, pause, isMember: async () => true });
  await store.setSchema("current", SCHEMA);
  const rows: BenchRow[] = [];
  const add = async (at: number) => {
    const added = await store.create(ada, "tasks", values(at));
    if (!added.ok) throw new Error(added.error.message);
  };
  const rates = MEASURED.map((from) => ({ from, samples: [] as number[] }));
  for (let count = 0; count < FULL; count += ROUND) {
    const start = worked();
    for (let number = count; number < count + ROUND; number++) await add(number);
    const rate = rates.findLast(({ from }) => from <= count);
    if (rate && count < rate.from + 5 * ROUND) rate.samples.push((ROUND / (worked() - start)) * 1000);
  }
  for (const { from, samples } of rates)
    rows.push(row(`rows of an app, adding to ${from.toLocaleString("en")}`, "rows/s", samples, ratioTo(first(rates).samples, samples)));
  for (const [name, query] of Object.entries(QUERIES)) {
    const [whole, longest]: [number[], number[]] = [[], []];
    for (let sample = 0; sample < n; sample++) {
      held = [];
      const start = performance.now();
      resumed = worked();
      const page = await store.list(ada, "tasks", query);
      if (!page.ok) throw new Error(page.error.message);
      stretch();
      whole.push(performance.now() - start);
      longest.push(Math.max(...held));
    }
    const what = `list of ${FULL.toLocaleString("en")} rows, ${name}`;
    rows.push(row(what, "ms", whole), row(`${what}, longest time others wait`, "ms", longest, { budget: 50 }));
  }
  for (const [name, schema] of Object.entries(CHANGES)) {
    held = [];
    const start = performance.now();
    resumed = worked();
    const changed = await store.setSchema("current", schema);
    if (!changed.ok) throw new Error(changed.error.message);
    stretch();
    const whole = performance.now() - start;
    resumed = worked();
    await store.alone(() => {});
    stretch();
    const what = `a change of tables, ${FULL.toLocaleString("en")} rows, ${name}`;
    rows.push(row(what, "ms", [whole]), row(`longest wait during ${what}`, "ms", [Math.max(...held)], { budget: 50 }));
  }
  return rows;
}

const ratioTo = (start: number[], samples: number[]) => {
  const median = (of: number[]) =>
    at(
      [...of].sort((a, b) => a - b),
      Math.floor(of.length / 2),
    );
  return { peer: "to the first ones", ratio: median(samples) / median(start) };
};
