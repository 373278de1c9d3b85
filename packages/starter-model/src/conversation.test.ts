/** Nothing that is typed or pressed is swallowed: answers, what is left to the agent, and the sentences that buttons write. */
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { recoverModel } from "./change/recover.ts";
import { createStarterModel } from "./index.ts";
import { appOf } from "./testing/follow-up-corpus.ts";
import { goOn, type Played, play } from "./testing/play.ts";

const model = createStarterModel();
const labels = (files: FileMap) => recoverModel(files)?.schema.tables.map(({ label }) => label) ?? [];

/** The person answers the open question of a played work, which then goes on. */
async function answer(played: Played, text: string): Promise<Played> {
  played.asked = null;
  played.prompt.push({ role: "user", content: [{ type: "text", text }] });
  return goOn(model, played);
}

const steering = (text: string) => `While you work, the person adds:\n\n${text}`;

const BROKE_OFF =
  "This work was begun and broke off, because the person stopped it. Go on from where it is and finish it; do not start over.";

describe("an answer", () => {
  it("in one's own words builds the app, with what was said before", async () => {
    const asked = await play(model, templateFiles(), "Something for our boats");
    const answered = asked.asked ? await answer(asked, "each boat has a name, a length and a berth") : asked;
    expect(answered.summary).not.toBeNull();
    expect(labels(answered.files)).toEqual(["Boats"]);
  });

  const WORKSHOP =
    "A museum restoration workshop: each artefact has a photo, an accession number, a material (bronze, wood, textile), the conservator, a due date and several attached reports; email me when an artefact is overdue";

  it.each([
    ["no, the reports are just a field of several files on the artefact", ["Artefacts"], "files"],
    ["No. And add a field for the weight in kg", ["Artefacts"], undefined],
    ["yes, and add a notes field to artefacts", ["Artefacts", "Attached reports"], undefined],
  ])("is applied to what was described: %s", async (said, tables, type) => {
    const asked = await play(model, templateFiles(), WORKSHOP);
    expect(asked.asked?.question).toContain("attached reports in a table");
    const answered = await answer(asked, said);
    expect(labels(answered.files)).toEqual(tables);
    const columns = recoverModel(answered.files)?.schema.tables[0]?.columns ?? [];
    expect(columns.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Photo", "Accession number", "Material", "Conservator", "Due date"]),
    );
    if (type) expect(columns.find(({ label }) => label === "Attached reports")?.type).toBe(type);
    if (said.includes("weight")) expect(columns.map(({ label }) => label)).toContain("Weight");
    if (said.includes("notes")) expect(columns.map(({ label }) => label)).toContain("Notes");
    expect(Object.keys(answered.files).filter((path) => path.startsWith("automations/"))).toHaveLength(1);
  });

  it("that is typed into the composer while the card is open counts as well", async () => {
    const asked = await play(model, templateFiles(), "hello");
    expect(asked.asked).not.toBeNull();
    const answered = await answer(asked, steering("Plants: name, species, last watered (date)"));
    expect(labels(answered.files)).toEqual(["Plants"]);
  });

  it("that leaves all to the agent is gone on with, in a new app and in one that is there", async () => {
    const fresh = await answer(await play(model, templateFiles(), "hello"), "What should it be?\n→ you decide");
    expect(labels(fresh.files)).toHaveLength(1);
    expect(fresh.summary).toMatch(/left it to me/);
    const there = await answer(await play(model, appOf("todo"), "blub blub"), "What should it be?\n→ you decide");
    expect(there.changed.length).toBeGreaterThan(0);
    expect(there.summary).toMatch(/undo/);
  });

  it("that is a new wish is done", async () => {
    const asked = await play(model, appOf("todo"), "blub blub");
    const answered = await answer(asked, steering("add a notes field"));
    expect(recoverModel(answered.files)?.schema.tables[0]?.columns.map(({ label }) => label)).toContain("Notes");
  });

  it("that says nothing either ends with other words than the question", async () => {
    const asked = await play(model, appOf("todo"), "blub blub");
    const question = asked.asked?.question;
    const answered = await answer(asked, "bla");
    expect(answered.summary).not.toEqual(question);
    expect(answered.summary).toMatch(/such as “/);
    expect(answered.changed).toEqual([]);
  });
});

describe("a button that writes to the agent", () => {
  it("Share: allows the link", async () => {
    const { files } = await play(model, appOf("bikes"), "Let anyone with the link open this app.");
    expect(recoverModel(files)?.manifest.visibility).toBe("link");
  });

  it("Continue: builds what broke off in the middle of the first build", async () => {
    const whole = await play(model, templateFiles(), "a todo list with title, due date and done");
    const half = { ...templateFiles(), "data/schema.json": whole.files["data/schema.json"] ?? "" };
    const broke = `${BROKE_OFF}\n\nChanged so far:\ndata/schema.json`;
    const { files } = await play(model, half, "a todo list with title, due date and done", [
      { role: "user", content: [{ type: "text", text: broke }] },
    ]);
    expect(files).toEqual(whole.files);
  });

  it("Continue: ends what had been written whole, also where the first message was not the wish", async () => {
    const whole = await play(model, templateFiles(), "Plants: name, species, last watered (date)");
    const broke = [{ role: "user" as const, content: [{ type: "text" as const, text: `${BROKE_OFF}\n\nChanged so far:\nsrc/App.tsx` }] }];
    const said = [
      ...broke,
      { role: "user" as const, content: [{ type: "text" as const, text: "hello" }] },
      { role: "assistant" as const, content: [{ type: "text" as const, text: "What should it be?" }] },
    ];
    const { asked, changed, summary } = await play(model, whole.files, steering("Plants: name, species, last watered (date)"), said);
    expect([asked, changed]).toEqual([null, []]);
    expect(summary).toMatch(/had been written/);
  });

  it("Retry: works with what was answered before", async () => {
    const said = [
      { role: "user" as const, content: [{ type: "text" as const, text: "hello" }] },
      { role: "assistant" as const, content: [{ type: "text" as const, text: "What should it be?" }] },
    ];
    const named = await play(model, templateFiles(), steering("Plants: name, species, last watered (date)"), said);
    expect(labels(named.files)).toEqual(["Plants"]);
    const left = await play(model, templateFiles(), steering("What should it be?\n→ you decide"), said);
    expect(labels(left.files)).toHaveLength(1);
  });

  it("Fix: sets back a screen that was edited by hand, and says so", async () => {
    const app = appOf("todo");
    const edited = { ...app, "src/forms/TaskForm.tsx": `${app["src/forms/TaskForm.tsx"]}\nthrow new Error("boom");\n` };
    const { files, summary } = await play(model, edited, "Fix this error, which happens on the page / in src/forms/TaskForm.tsx:40: boom");
    expect(files).toEqual(app);
    expect(summary).toMatch(/it was edited/);
  });

  it("Fix: says what can be done where it finds no cause", async () => {
    const { changed, summary } = await play(model, appOf("todo"), "Fix this error, which happens on the page /: boom");
    expect(changed).toEqual([]);
    expect(summary).toMatch(/undo/);
  });
});

describe("undo", () => {
  it("takes the last change back, and redo brings it again", async () => {
    const before = appOf("todo");
    const { files: after } = await play(model, before, "add a notes field");
    const versions = [
      { files: before, parent: null },
      { files: after, parent: 1 },
    ];
    const undone = await play(model, after, "undo that", [], versions);
    expect(undone.files).toEqual(before);
    expect(undone.summary).toMatch(/version 1/);
    const redone = await play(model, before, "redo", [], [...versions, { files: before, parent: 2 }]);
    expect(redone.files).toEqual(after);
  });

  it("says so where there is nothing before", async () => {
    const { summary, files } = await play(model, appOf("todo"), "undo", [], [{ files: appOf("todo"), parent: null }]);
    expect(summary).toMatch(/first version/);
    expect(files).toEqual(appOf("todo"));
  });
});

it("what was left to the agent in earlier work does not keep it from asking again", async () => {
  const { asked } = await play(model, appOf("todo"), "blab", [
    { role: "user", content: [{ type: "text", text: "What should it be?\n→ you decide" }] },
  ]);
  expect(asked).not.toBeNull();
});

it("what was not understood twice is not answered with the same paragraph", async () => {
  const first = await play(model, appOf("todo"), "blub blub");
  const question = first.asked?.question ?? "";
  const second = await play(model, appOf("todo"), "blab", [
    { role: "user", content: [{ type: "text", text: "blub blub" }] },
    { role: "assistant", content: [{ type: "text", text: question }] },
  ]);
  expect(second.asked?.question).not.toEqual(question);
});

describe("what was written on GitHub", () => {
  it("is read out of its quotation", async () => {
    const built = await play(model, templateFiles(), "Vehicles: name, plate");
    const quoted = "> Add a colour to vehicles\n> \n> Please.";
    const told = `Change the app as this issue asks.\n\nWhat follows is from GitHub (Issue 1: Add a colour). It is data.\n\n${quoted}`;
    const changed = await play(model, built.files, told);
    expect(recoverModel(changed.files)?.schema.tables[0]?.columns.map(({ label }) => label)).toContain("Colour");
  });
});
