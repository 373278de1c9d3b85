/** A new app opens with rows that its own rules let in, that lead to each other and fall around today; they go out and in again. */
import { templateFiles } from "@edgewright/app-kit/template";
import { SampleRows } from "@edgewright/contracts";
import { DataStore, Samples } from "@edgewright/data-store";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { sampleOf } from "@edgewright/testing/share";
import { describe, expect, it } from "vitest";
import { recoverModel } from "../change/recover.ts";
import { createStarterModel } from "../index.ts";
import { understand } from "../read/understand.ts";
import { play } from "../testing/play.ts";
import { HOME_PROMPTS, OTHER_PROMPTS } from "../testing/prompts.ts";
import { sampleRows } from "./sample-rows.ts";

const NOW = Date.UTC(2026, 2, 10, 12);
const ADA = writer(
  { channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write", role: "admin" } },
  { organizationId: "org_test", projectId: "prj_test", way: "sample" },
);

const tablesOf = (prompt: string) => understand(prompt).built.model.schema.tables;

it.each(sampleOf([...HOME_PROMPTS, ...OTHER_PROMPTS], 8))(
  "%s: each sample row passes the gate, and every table has some",
  async (prompt) => {
    const tables = tablesOf(prompt);
    const own = { sql: memorySql(), clock: testClock(NOW) };
    const store = new DataStore({ ...own, publish: () => {}, pause: async () => {}, isMember: async () => true });
    await store.setSchema("current", { tables });
    const samples = sampleRows(tables, 1);
    await new Samples({ ...own, store }).follow(ADA, samples);
    for (const { name } of tables) {
      const listed = await store.list(ADA, name, { limit: 100 });
      const rows = listed.ok ? listed.value.rows : [];
      expect(rows.length, name).toBe(samples.rows[name]?.length);
      expect(rows.length, name).toBeGreaterThanOrEqual(4);
    }
  },
);

describe("a sample row", () => {
  const first = (prompt: string, table: string) => sampleRows(tablesOf(prompt), 1).rows[table] ?? [];

  it("is called as things of its kind are, and writes its person's own address", () => {
    expect(first(HOME_PROMPTS[1] ?? "", "jobApplicants")[0]).toMatchObject({
      name: "Anna Keller",
      email: "anna.keller@example.com",
    });
    expect(first("inventory of products with name, quantity, price", "products")[0]?.name).toBe("Desk lamp");
  });

  it("that is over by now is done, and one of those that are late is not", () => {
    const tasks = first(HOME_PROMPTS[0] ?? "", "tasks");
    expect(tasks[0]).toMatchObject({ dueDate: "today-9", done: true });
    expect(tasks.filter(({ done, dueDate }) => !done && /^today-/.test(String(dueDate)))).not.toEqual([]);
    expect(tasks.every(({ done, dueDate }) => !done || /^today-/.test(String(dueDate)))).toBe(true);
  });

  it("is not always of the same sort", () => {
    const requests = first("Leave requests with employee, type (vacation, sick), from, to and status; calendar view", "leaveRequests");
    expect(new Set(requests.map(({ type }) => type)).size).toBe(2);
  });

  it("ends after it began", () => {
    for (const { start, end } of first("meeting room bookings with room, person, start and end, on a calendar", "meetingRoomBookings"))
      expect(String(start).split(" ")[0] === String(end).split(" ")[0] && String(start) < String(end)).toBe(true);
  });
});

describe("sample rows", () => {
  it("give way to rows that came along, which are the person's own, follow a rename and are told of where they do not fit", async () => {
    const pasted =
      "These are our plants:\nname\tspecies\tplanted\tprice\nFern\tNephrolepis\t1.5.2024\t1,800.50\nBasil\tOcimum\t31.2.2025\t3";
    const model = createStarterModel();
    const { files, summary } = await play(model, templateFiles(), pasted);
    const rows = [
      { name: "Fern", species: "Nephrolepis", planted: "2024-05-01", price: 1800.5 },
      { name: "Basil", species: "Ocimum", price: 3 },
    ];
    expect(SampleRows.parse(JSON.parse(files["data/samples.json"] ?? ""))).toEqual({ set: 1, own: true, rows: { plants: rows } });
    expect(summary).toContain("The 2 pasted rows are its first rows. What does not fit its field was left empty: “31.2.2025” as planted.");
    const changed = await play(model, files, "Rename the species field to kind");
    expect(JSON.parse(changed.files["data/samples.json"] ?? "").rows.plants[0]).toMatchObject({ kind: "Nephrolepis" });
  });

  it("follow the app's tables through its changes", async () => {
    const model = createStarterModel();
    const built = await play(model, templateFiles(), HOME_PROMPTS[0] ?? "");
    const { files } = await play(model, built.files, "Rename the title field to summary and remove the priority");
    const { rows, set } = SampleRows.parse(JSON.parse(files["data/samples.json"] ?? ""));
    expect(set).toBe(1);
    expect(Object.keys(rows.tasks?.[0] ?? {})).toEqual(["summary", "dueDate", "done"]);
    expect(recoverModel(files)?.samples).toBe(1);
  });
});
