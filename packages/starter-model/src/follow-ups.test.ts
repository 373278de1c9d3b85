/** Changes of an app that is there: each passes the type checker, says what it did, and can be followed by the next. */

import { checkDataFiles } from "@edgewright/app-check";
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { sharedChecker } from "../../app-check/tools/open-checker.ts";
import { recoverModel } from "./change/recover.ts";
import { createStarterModel } from "./index.ts";
import { CONFIRMATION } from "./read/understand.ts";
import { play } from "./testing/play.ts";
import { writeApp } from "./write/index.ts";

const TODO = "a todo list with title, due date, priority (low, medium, high) and done";

let checker: Awaited<ReturnType<typeof sharedChecker>>;
beforeAll(async () => {
  checker = await sharedChecker();
});

const findings = (files: FileMap) => [...checkDataFiles(files), ...checker.check({ files })];
/** Whatever is asked about the description is left as it was read. */
const build = async (prompt: string) => (await play(createStarterModel(), templateFiles(), `${prompt}\n${CONFIRMATION}`)).files;
const schemaOf = (files: FileMap) => files["data/schema.json"] ?? "";

/** One request after the other on the same app; resolves with its files and what was said of each. */
async function follow(files: FileMap, requests: string[]): Promise<{ files: FileMap; said: string[] }> {
  const said: string[] = [];
  let now = files;
  for (const request of requests) {
    const played = await play(createStarterModel(), now, request);
    expect(played.refused, request).toEqual([]);
    expect(findings(played.files), request).toEqual([]);
    said.push(played.summary ?? `asked: ${played.asked?.question}`);
    now = played.files;
  }
  return { files: now, said };
}

describe("a follow-up", () => {
  it("goes on from the one before, and leaves files as the model itself would write them", async () => {
    const { files, said } = await follow(await build(TODO), [
      "add a notes field",
      "rename priority to urgency",
      "remove the due date",
      "also add a board by urgency",
      "call the app Chores",
      "make it green",
      "sort by title",
      "add an option critical to urgency",
      "hide done tasks by default",
      "add a table for projects with name and deadline",
      "rename the tasks table to chores",
      "show a chart of chores by project",
      "remove the board",
    ]);
    expect(said.filter((text) => text.startsWith("asked"))).toEqual([]);
    const written = writeApp(recoverModel(files)!);
    expect(Object.keys(written).filter((path) => written[path] !== files[path])).toEqual([]);
    expect(schemaOf(files)).toContain('"was": ["priority"]');
    expect(schemaOf(files)).toContain('"was": ["tasks"]');
    expect(files["src/views/Tasks.tsx"]).toBeUndefined();
  });

  it("puts a new option where it is wanted, and shows only rows with one", async () => {
    const applicants = await build("job applicants with name and stage (applied, interview, offer, rejected); a board by stage");
    const { files, said } = await follow(applicants, [
      "Add a stage hired after offer",
      "add a stage called on hold",
      "Add a view with the rejected only",
    ]);
    expect(JSON.parse(schemaOf(files)).tables[0].columns[1].options).toEqual([
      "applied",
      "interview",
      "offer",
      "hired",
      "rejected",
      "on hold",
    ]);
    expect(said[2]).toContain("Rejected");
    const recipes = await follow(await build("recipes with title and category (dinner, dessert)"), ["Add a view with the desserts only"]);
    expect(recipes.files["src/views/DessertRecipes.tsx"]).toContain('value: "dessert"');
  });

  it("takes a table away with the fields that point at it", async () => {
    const app = await build("a CRM: companies and contacts, each contact belongs to a company");
    const { files, said } = await follow(app, ["remove companies"]);
    expect(said[0]).toContain("“Companies”");
    expect(JSON.parse(schemaOf(files)).tables.map(({ name }: { name: string }) => name)).toEqual(["contacts"]);
    expect(schemaOf(files)).not.toContain("companies");
  });

  it("shows sums by month of a table that another one owns", async () => {
    const app = await build("Track our vehicles and repairs; each repair belongs to a vehicle and has date, cost and description");
    const { files } = await follow(app, ["show cost per month"]);
    expect(Object.values(files).some((text) => text.includes("monthlyTotals("))).toBe(true);
  });

  it("groups lists and ungroups them, leaves fields out and shows them again, and has a start page", async () => {
    const app = await build("deals with name, stage (lead, won) and close date; each deal belongs to a company; companies with name");
    const { files, said } = await follow(app, [
      "group the deals by stage",
      "hide the close date in the list",
      "rename stage to phase",
      "remove the overview",
      "add a dashboard",
    ]);
    expect(files["src/views/Deals.tsx"]).toContain('group="phase"');
    expect(files["src/views/Deals.tsx"]).toContain('hide={["closeDate"]}');
    expect(recoverModel(files)?.views[0]).toMatchObject({ kind: "overview", title: "Dashboard", path: "/" });
    expect(Object.entries(writeApp(recoverModel(files)!)).filter(([path, text]) => files[path] !== text)).toEqual([]);
    const back = await follow(files, ["no grouping any more", "show the close date again"]);
    expect(back.files["src/views/Deals.tsx"]).not.toMatch(/group=|hide=/);
    expect(said.every((text) => !text.startsWith("asked"))).toBe(true);
  });

  it("gives the whole app another look, another currency, and sample rows in and out", async () => {
    const { files, said } = await follow(await build("expenses with amount in euros, category and date"), [
      "make it compact",
      "dark mode please",
      "make it look like Notion",
      "show amounts in pounds",
      "remove the sample data",
    ]);
    expect(files["src/styles.css"]).toMatch(/--spacing: 0\.21rem/);
    expect(files["src/styles.css"]).toMatch(/color-scheme: dark;/);
    expect(files["src/styles.css"]).toMatch(/--radius-card: 6px/);
    expect(files["src/lib/format.ts"]).toContain('CURRENCY = "GBP"');
    expect(files["data/samples.json"]).toBeUndefined();
    expect(files["src/App.tsx"]).not.toContain("samples");
    const again = await follow(files, ["fill it with sample data"]);
    expect(again.files["data/samples.json"]).toContain('"set": 1');
    expect(said).toHaveLength(5);
  });

  it("keeps what a person has written by hand", async () => {
    const app = await build(TODO);
    const view = "src/views/Tasks.tsx";
    app[view] = app[view]!.replace("<Page ", '<Page data-mine="yes" ').replace('data-mine="yes" ', "");
    const mine = `${app[view]}\n/** Ours. */\nexport const ours = 1;\n`;
    const { files } = await follow({ ...app, [view]: mine }, ["add a notes field", "sort by title"]);
    expect(files[view]).toContain("export const ours = 1;");
  });

  it("carries new names into what a person has written", async () => {
    const app = await build(TODO);
    const view = "src/views/Tasks.tsx";
    const count = "      <p>{tasks.rows.filter((task) => task.dueDate).length} have a date</p>\n";
    app[view] = app[view]!.replace("      <Loaded ", () => `${count}      <Loaded `);
    const { files } = await follow(app, ["rename due date to deadline", "rename tasks to chores"]);
    expect(files["src/views/Chores.tsx"]).toContain("chores.rows.filter((chore) => chore.deadline).length");
  });

  it("leaves a field in place that hand-written code still uses, and says where", async () => {
    const app = await build(TODO);
    const view = "src/views/Tasks.tsx";
    app[view] = app[view]!.replace("      <Loaded ", () => "      <p>{tasks.rows[0]?.priority}</p>\n      <Loaded ");
    const { files, said } = await follow(app, ["remove the priority"]);
    expect(files).toEqual(app);
    expect(said[0]).toContain(view);
  });

  it("that is beyond the model changes nothing and says so", async () => {
    const app = await build(TODO);
    const { files, said } = await follow(app, ["integrate Stripe payments"]);
    expect(files).toEqual(app);
    expect(said[0]).toMatch(/cannot take payments/);
  });

  it("that did not pass the checks is taken back whole", async () => {
    const app = await build(TODO);
    const first = await play(createStarterModel(), app, "add a table for projects with name and deadline");
    const complaint = "The app does not pass its checks yet. Repair this, then call finish.\n\nsrc/App.tsx:1 TS1 Planted";
    const after = await play(createStarterModel(), first.files, complaint, first.prompt);
    expect(after.files).toEqual(app);
    expect(after.summary).toMatch(/took it back/);
  });
});

describe("a request that says nothing", () => {
  it.each(["asdf", "hello", "hello there, how are you", "???", "lorem ipsum dolor", "make something cool"])("%s", async (request) => {
    const { asked, changed } = await play(createStarterModel(), templateFiles(), request);
    expect(asked?.suggestions.length).toBeGreaterThan(1);
    expect(changed).toEqual([]);
  });
});
