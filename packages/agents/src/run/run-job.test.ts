import type { FileMap, Finding, StreamEvent } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { confirmHosts, saveVersion } from "@edgewright/projects";
import { type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { endOf, jobWorld, LIST_APP, TEMPLATE } from "@edgewright/testing/job-world";
import { describe, expect, it } from "vitest";
import { runJob } from "./run-job.ts";

type Script = Parameters<typeof scriptedModel>[0];

const setUp = async (turns: Script, options: Parameters<typeof jobWorld>[1] = {}) => {
  const model = scriptedModel(turns);
  return { ...(await jobWorld(model, options)), model };
};

const types = (events: StreamEvent[]) => events.map((event) => event.type);
const fault = (file: string): Finding => ({ file, line: 1, column: 1, code: "TS2304", message: "Cannot find name 'x'." });

/** A fault that is another one each time, so that each round of repair seems to have done something. */
const countdown = () => {
  let left = 40;
  return () => Array.from({ length: left-- }, (_, index) => ({ ...fault("src/App.tsx"), message: `Cannot find name 'x${left}${index}'.` }));
};

const QUESTION = { id: "what", text: "What?", kind: "one", options: ["Tasks"], suggested: ["Tasks"] };

describe("a job", () => {
  it("goes from a message to a live version, saying each step", async () => {
    const world = await setUp(LIST_APP);
    const message = await world.say("A list, please");
    expect(await runJob(world.deps, message)).toBe("finished");
    const seen = await world.events();
    for (const type of ["message.user", "plan.proposed", "file.written", "check.finished", "build.version", "preview.ready", "job.done"]) {
      expect(types(seen)).toContain(type);
    }
    expect(endOf(seen).data).toMatchObject({ summary: "There is a list.", version: 1 });
    expect(world.current).toEqual([
      {
        version: 1,
        files: { ...TEMPLATE, "src/App.tsx": "export const App = () => <List />;\n", "src/List.tsx": "export const List = () => 1;\n" },
      },
    ]);
    expect(await world.jobs.get(message.jobId)).toMatchObject({
      status: "done",
      resultVersion: 1,
      usage: { inputTokens: 30, outputTokens: 15 },
    });
    expect(world.drafts.size).toBe(0);
  });

  it("goes back to a version and makes a new one of its files", async () => {
    const back = [
      { calls: [{ tool: "versions", input: {} }] },
      {
        calls: [
          { tool: "restore_version", input: { number: 9 } },
          { tool: "restore_version", input: { number: 1 } },
        ],
      },
      { calls: [{ tool: "finish", input: { summary: "It is as before." } }] },
    ];
    const change = [
      { calls: [{ tool: "write_file", input: { path: "src/List.tsx", text: "export const List = () => 2;\n" } }] },
      { calls: [{ tool: "finish", input: { summary: "It shows two." } }] },
    ];
    const turns = [...LIST_APP, ...change, ...back].values();
    const world = await setUp(() => turns.next().value ?? { error: new Error("The script is over") });
    for (const text of ["A list, please", "Two", "undo"]) expect(await runJob(world.deps, await world.say(text))).toBe("finished");
    const told = JSON.stringify(world.model.prompts.at(-1));
    expect(told).toMatch(/2 \(current\), made from 1, files \w+: Two/);
    expect(told).toContain("There is no version 9 to go back to.");
    expect(world.current.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(world.current[2]?.files).toEqual(world.current[0]?.files);
  });

  it("says which outside hosts of its app wait for an admin, now and to the model with the next request", async () => {
    const text = JSON.stringify({ name: "List", hosts: { connect: ["a.example.com"], image: ["b.example.com"] } });
    const write = { calls: [{ tool: "write_file", input: { path: "app.json", text } }] };
    const world = await setUp([write, { calls: [{ tool: "finish", input: { summary: "It reads the rates." } }] }]);
    await confirmHosts(world.deps, world.project, { connect: ["a.example.com"] }, world.origin);
    const message = await world.say("Show the rates");
    expect(await runJob(world.deps, message)).toBe("finished");
    const { summary } = endOf(await world.events()).data as { summary: string };
    expect(summary).toMatch(/^It reads the rates\.\n\nThe app asks for b\.example\.com, which is not confirmed yet: until an admin/);
    const told = await world.deps.messages.ofSession(message.sessionId);
    expect(told.at(-1)).toMatchObject({ role: "assistant", text: summary });
  });

  it("merges what a person saved meanwhile, and checks the merge", async () => {
    const world = await setUp([at(LIST_APP, 0), at(LIST_APP, 1), at(LIST_APP, 2)]);
    const first = await saveVersion(world.deps, {
      projectId: world.project.id,
      parent: null,
      files: { ...TEMPLATE, "README.md": "one\n" },
      author: { kind: "person", id: "usr_1", name: "Ada" },
      message: "By hand",
      checked: { ok: true, findings: [] },
    });
    expect(first.ok).toBe(true);
    const message = await world.say("A list, please");
    const check = world.deps.compiler.check;
    let saved = false;
    world.deps.compiler.check = async (input) => {
      if (!saved) {
        saved = true;
        await saveVersion(world.deps, {
          projectId: world.project.id,
          parent: 1,
          files: { ...TEMPLATE, "README.md": "two\n" },
          author: { kind: "person", id: "usr_1", name: "Ada" },
          message: "Meanwhile",
          checked: { ok: true, findings: [] },
        });
      }
      return check(input);
    };
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(world.current.at(-1)?.files).toMatchObject({ "README.md": "two\n", "src/List.tsx": expect.any(String) });
    expect(endOf(await world.events()).data).toMatchObject({ version: 3 });
  });

  it("asks instead of building when the model asks", async () => {
    const world = await setUp([{ calls: [{ tool: "ask", input: { text: "What should it track?", questions: [QUESTION] } }] }]);
    await runJob(world.deps, await world.say("hm"));
    const seen = await world.events();
    expect(seen.find((event) => event.type === "question.asked")?.data).toMatchObject({
      text: "What should it track?",
      questions: [QUESTION],
    });
    expect(await world.versions()).toEqual([]);
  });
});

describe("an app that does not hold", () => {
  it("is repaired from the findings", async () => {
    const repair: ScriptedTurn[] = [
      ...LIST_APP,
      { calls: [{ tool: "write_file", input: { path: "src/List.tsx", text: "export const List = () => null;\n" } }] },
      { calls: [{ tool: "finish", input: { summary: "Repaired." } }] },
    ];
    const broken = (files: FileMap) => (files["src/List.tsx"]?.includes("1") ? [fault("src/List.tsx")] : []);
    const world = await setUp(repair, { broken });
    await runJob(world.deps, await world.say("A list, please"));
    const seen = await world.events();
    expect(seen.find((event) => event.type === "fix.started")?.data).toEqual({ round: 1, of: 3, findings: 1 });
    expect(JSON.stringify(world.model.prompts.at(-2))).toContain("src/List.tsx:1 TS2304 Cannot find name");
    expect(endOf(seen).data).toMatchObject({ summary: "Repaired.", version: 1 });
  });

  it("never becomes current: after the last round it is kept as a draft", async () => {
    const stubborn = (turn: number): ScriptedTurn =>
      turn < 2 ? at(LIST_APP, turn) : { calls: [{ tool: "finish", input: { summary: "Done." } }] };
    const world = await setUp(stubborn, { broken: countdown() });
    const message = await world.say("A list, please");
    await runJob(world.deps, message);
    const seen = await world.events();
    expect(seen.filter((event) => event.type === "fix.started")).toHaveLength(3);
    expect(endOf(seen)).toMatchObject({ type: "job.failed", data: { error: { code: "checks_failed" }, kept: { liveVersion: null } } });
    expect(await world.versions()).toMatchObject([{ status: "draft" }]);
    expect((await world.versions())[0]?.findings.length).toBeGreaterThan(0);
    expect(world.current).toEqual([]);
    expect((await world.projects.find(world.project.id))?.currentVersion).toBeNull();
  });
});
