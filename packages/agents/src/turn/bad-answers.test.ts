import { type Finding, LIMITS } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { endOf, type JobWorld, jobWorld } from "@edgewright/testing/job-world";
import { describe, expect, it } from "vitest";
import { runJob } from "../run/run-job.ts";

const FINISH: ScriptedTurn = { calls: [{ tool: "finish", input: { summary: "Done." } }] };
const question = { id: "a", text: "Why?", kind: "text", options: [], suggested: [] };
const write = (path: string, text = "export {};\n") => ({ tool: "write_file", input: { path, text } });

/** Runs a job of these turns on a project whose version 1 is live. `told` is what the model read after its first turn. */
async function play(turns: ScriptedTurn[] | ((turn: number) => ScriptedTurn), broken: Parameters<typeof jobWorld>[1] = {}) {
  const model = scriptedModel(turns);
  const world = await jobWorld(model, broken);
  await world.live();
  const message = await world.say("Go on");
  expect(await runJob(world.deps, message)).toBe("finished");
  return { world, events: await world.events(), told: JSON.stringify(model.prompts[1] ?? "") };
}

/** Whatever happened: version 1 is still what people see, and what happened is said with what to do. */
async function expectLive(world: JobWorld, code: string) {
  const end = endOf(await world.events());
  expect(end).toMatchObject({
    type: "job.failed",
    data: { error: { code, message: expect.any(String), next: expect.any(String) }, kept: { liveVersion: 1 } },
  });
  expect(await world.currentVersion()).toBe(1);
  expect(world.current).toEqual([]);
}

describe("a call that cannot be carried out", () => {
  it.each([
    ["arguments that break off", { tool: "write_file", raw: '{"path": "src/A.tsx", "te' }, "tool_arguments"],
    ["arguments of another shape", { tool: "write_file", input: { path: 7 } }, "tool_arguments"],
    ["a text in place of edits", { tool: "edit_file", input: { path: "src/App.tsx", edits: "all of it" } }, "tool_arguments"],
    ["a number in place of a plan", { tool: "plan", input: 5 }, "tool_arguments"],
    ["questions without end", { tool: "ask", input: { questions: Array(6).fill(question) } }, "tool_arguments"],
    ["nothing at all", { tool: "rename_file", raw: "" }, "tool_arguments"],
    ["a tool that is not there", { tool: "format_disk", input: {} }, "There is no tool format_disk"],
    ["a tool of every object", { tool: "constructor", input: {} }, "There is no tool constructor"],
    ["a path that leaves the app", write("../../x"), "path_refused"],
    ["an absolute path", write("/etc/passwd"), "path_refused"],
    ["a path into the version control", write("src/.git/config"), "path_refused"],
    ["a path that is no name", write("src/con.ts"), "path_refused"],
    ["a path of 5,000 characters", write(`src/${"a".repeat(5000)}`), "tool_arguments"],
    ["a file too large", write("src/big.ts", "x".repeat(LIMITS.fileBytes + 1)), "file_too_large"],
    ["bytes that were no UTF-8", write("src/bad.ts", "caf\uFFFD"), "not_text"],
    [
      "a plan that fills the screen",
      { tool: "plan", input: { steps: [{ id: "1", title: "x".repeat(30_000), files: [] }] } },
      "tool_arguments",
    ],
    [
      "an edit of what is not there",
      { tool: "edit_file", input: { path: "src/App.tsx", edits: [{ search: "nope", replace: "" }] } },
      "edit_no_match",
    ],
    [
      "an edit of a file that is not there",
      { tool: "edit_file", input: { path: "src/None.tsx", edits: [{ search: "a", replace: "b" }] } },
      "There is no file src/None.tsx",
    ],
    ["a move of a file that is not there", { tool: "rename_file", input: { from: "src/None.tsx", to: "src/A.tsx" } }, "not_found"],
    ["the end of a file that is not there", { tool: "delete_file", input: { path: "src/None.tsx" } }, "not_found"],
  ] as const)("is told to the model in words: %s", async (_, call, word) => {
    const { world, events, told } = await play([{ calls: [call] }, FINISH]);
    expect(told).toContain(word);
    expect(told.length).toBeLessThan(80_000);
    expect(endOf(events)).toMatchObject({ type: "job.done", data: { version: null } });
    expect(await world.currentVersion()).toBe(1);
    expect(await world.versions()).toHaveLength(1);
  });
});

describe("an answer of 500 files", () => {
  it("is cut at what one turn may write, and the model is told to go on", async () => {
    const many = Array.from({ length: 500 }, (_, index) => write(`src/f${index}.ts`));
    const { world, told } = await play([{ calls: many }, FINISH]);
    expect(told).toContain(`At most ${LIMITS.filesPerTurn} files are written in one turn`);
    expect(await world.currentVersion()).toBe(2);
    expect(Object.keys(first(world.current).files)).toHaveLength(LIMITS.filesPerTurn + 2);
  });

  it("over many turns ends at what an app may hold", async () => {
    const batch = (turn: number) => Array.from({ length: LIMITS.filesPerTurn }, (_, index) => write(`src/f${turn}_${index}.ts`));
    const { world } = await play((turn) => (turn < 5 ? { calls: batch(turn) } : FINISH));
    expect(Object.keys(first(world.current).files)).toHaveLength(LIMITS.filesPerVersion);
  });

  it("that together are too large is refused file by file, and what fits is kept whole through the journal", async () => {
    const large = "x".repeat(LIMITS.fileBytes);
    const { world, told } = await play([{ calls: Array.from({ length: 20 }, (_, index) => write(`src/f${index}.ts`, large)) }, FINISH]);
    expect(told).toContain("too_large");
    expect(first(world.current).files["src/f0.ts"]).toBe(large);
    expect(first(world.current).files["src/f19.ts"]).toBeUndefined();
  });
});

describe("an answer that leads nowhere", () => {
  it("says so when it is nothing at all", async () => {
    const { world } = await play([{}]);
    await expectLive(world, "model_no_answer");
  });

  it("says so when it is only white space", async () => {
    const { world } = await play([{ text: "  \n " }]);
    await expectLive(world, "model_no_answer");
  });

  it("is stopped when it talks without end", async () => {
    const { world, events } = await play([{ text: "word ".repeat(60_000) }]);
    await expectLive(world, "model_no_answer");
    expect(Math.max(...events.map((event) => JSON.stringify(event).length))).toBeLessThan(2_000_000);
  });

  it("is stopped when it goes on for ever", async () => {
    const { world } = await play(() => ({ calls: [{ tool: "list_files", input: {} }] }));
    await expectLive(world, "model_loop");
  });

  it("is stopped when it writes what is there already for ever, and is told so first", async () => {
    const same = write("src/Same.tsx");
    const { world, events } = await play(() => ({ calls: [same, { tool: "list_files", input: {} }] }));
    await expectLive(world, "model_loop");
    expect(events.filter(({ type }) => type === "file.written")).toHaveLength(1);
    expect(endOf(events)).toMatchObject({ data: { kept: { draftFiles: ["src/Same.tsx"] } } });
  });

  it("is stopped when its changes go to and fro for ever", async () => {
    const { world } = await play((turn) => ({ calls: [write("src/Same.tsx", `export const at = ${turn % 2};\n`)] }));
    await expectLive(world, "model_no_answer");
  });

  it("is stopped while it streams a file that never ends, which is not written", async () => {
    const { world, events } = await play([{ calls: [write("src/Endless.tsx", "x".repeat(17_000_000))] }]);
    await expectLive(world, "model_no_answer");
    expect(events.length).toBeLessThan(200);
    expect(JSON.stringify(events).length).toBeLessThan(100_000);
    expect(endOf(events)).toMatchObject({ data: { kept: { draftFiles: [] } } });
  });

  it("is kept as a draft when a syntax error stays after a round of repair", async () => {
    const syntax: Finding = { file: "src/App.tsx", line: 1, column: 20, code: "TS1109", message: "Expression expected." };
    const stubborn = (turn: number): ScriptedTurn =>
      turn % 2 === 0 ? { calls: [write("src/App.tsx", "export const App = ;\n")] } : FINISH;
    const { world, events } = await play(stubborn, { broken: (files) => (files["src/App.tsx"]?.includes("= ;") ? [syntax] : []) });
    await expectLive(world, "repair_stuck");
    expect(events.filter(({ type }) => type === "fix.started")).toHaveLength(1);
    expect(endOf(events)).toMatchObject({ data: { findings: [syntax], kept: { draftFiles: ["src/App.tsx"] } } });
    expect(await world.versions()).toMatchObject([
      { number: 2, status: "draft", findings: [syntax] },
      { number: 1, status: "ok" },
    ]);
  });
});
