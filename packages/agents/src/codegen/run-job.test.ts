import { newSession, postMessage } from "@edgewright/chat";
import type { FileMap, Finding, NewEvent, QueueMessage, SessionStreamRpc, StreamEvent } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { createProject, saveVersion } from "@edgewright/projects";
import { memorySql, type ScriptedTurn, scriptedModel, testWorld } from "@edgewright/testing";
import { APICallError } from "ai";
import { describe, expect, it } from "vitest";
import { Session } from "../../../../workers/objects/src/session-stream/session.ts";
import { FIX_ROUNDS, runJob } from "./run-job.ts";

const TEMPLATE: FileMap = { "app.json": '{ "name": "App" }\n', "src/App.tsx": "export const App = () => null;\n" };
const lease = { renewMs: 5, coalesceMs: 1 };

const BUILD: ScriptedTurn[] = [
  {
    text: "I will make a list. ",
    calls: [{ tool: "plan", input: { steps: [{ id: "1", title: "The list", files: ["src/App.tsx", "src/List.tsx"] }] } }],
  },
  {
    calls: [
      { tool: "write_file", input: { path: "src/List.tsx", text: "export const List = () => 1;\n" } },
      { tool: "edit_file", input: { path: "src/App.tsx", edits: [{ search: "null", replace: "<List />" }] } },
    ],
  },
  { calls: [{ tool: "finish", input: { summary: "There is a list." } }] },
];

type Fixed = { broken?: (files: FileMap) => Finding[] };

async function setUp(turns: ScriptedTurn[] | ((turn: number) => ScriptedTurn), { broken = () => [] }: Fixed = {}) {
  const world = await testWorld();
  const project = await createProject(
    { ...world, uniqueSuffix: () => "x" },
    { organizationId: world.organizationId, origin: world.origin, name: "List" },
  );
  if (!project.ok) throw new Error("no project");
  const sent: QueueMessage[] = [];
  const stream = new Session({
    sql: memorySql(),
    clock: world.clock,
    send: async (message) => void sent.push(message),
    setAlarm: async () => {},
    publish: () => {},
  });
  const current: { version: number; files: FileMap }[] = [];
  const drafts = new Map<string, FileMap>();
  const model = scriptedModel(turns);
  const deps = {
    ...world,
    stream: stream as SessionStreamRpc,
    workspace: {
      setCurrent: async ({ version, files }: { version: number; files: FileMap }) => void current.push({ version, files }),
      openDraft: async ({ jobId, files }: { jobId: string; files: FileMap }) => void (drafts.has(jobId) || drafts.set(jobId, { ...files })),
      writeDraft: async ({ jobId, changes }: { jobId: string; changes: { path: string; text: string | null }[] }) => {
        const draft = drafts.get(jobId)!;
        for (const { path, text } of changes) {
          if (text === null) delete draft[path];
          else draft[path] = text;
        }
        return ok({ findings: [], ms: 1 });
      },
      closeDraft: async (jobId: string) => void drafts.delete(jobId),
    },
    compiler: {
      check: async ({ files }: { files: FileMap }) => ({ ok: broken(files).length === 0, ms: 1, findings: broken(files) }),
      boot: async () => ({ ok: true, ms: 1, findings: [] }),
    },
    model: async () => ok(model),
    template: () => TEMPLATE,
    maxRetries: 0,
    lease,
  };
  const say = async (text: string) => {
    const now = await world.projects.find(project.value.id);
    const newest = await world.sessions.newestOf(project.value.id);
    const session = newest ?? newSession(world.clock, project.value.id, world.origin.id);
    const posted = await postMessage(world, {
      project: now!,
      session,
      isNew: newest === null,
      text,
      model: "test:scripted",
      origin: world.origin,
    });
    if (!posted.ok) throw new Error(posted.error.message);
    await stream.enqueue(posted.value.outbox.enqueue);
    world.clock.advance(1000);
    return { kind: "codegen" as const, jobId: posted.value.jobId, sessionId: session.id, projectId: project.value.id };
  };
  const events = (): Promise<StreamEvent[]> => stream.read({ after: 0, limit: 10_000 });
  const versions = () => world.versions.list(project.value.id, { limit: 50, before: null });
  return { ...world, deps, stream, project: project.value, say, events, versions, current, drafts, model };
}

const types = (events: StreamEvent[]) => events.map((event) => event.type);
const endOf = (events: StreamEvent[]) => events.at(-1)! as Extract<NewEvent, { type: "job.done" | "job.failed" | "job.cancelled" }>;
const fault = (file: string): Finding => ({ file, line: 1, column: 1, code: "TS2304", message: "Cannot find name 'x'." });

describe("a job", () => {
  it("goes from a message to a live version, saying each step", async () => {
    const world = await setUp(BUILD);
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

  it("ends in exactly one version and a complete stream, wherever its consumer dies", async () => {
    const whole = await setUp(BUILD);
    await runJob(whole.deps, await whole.say("A list, please"));
    let deaths = 0;
    for (let fatal = 1; ; fatal++) {
      const world = await setUp(BUILD);
      const message = await world.say("A list, please");
      const died = await runJob({ ...world.deps, ...dyingAt(fatal, world.deps) }, message).then(
        (result) => result !== "finished",
        () => true,
      );
      if (!died) break;
      deaths++;
      world.clock.advance(31_000);
      expect(["finished", "dropped"]).toContain(await runJob(world.deps, message));
      const seen = await world.events();
      expect(seen.filter((event) => event.type === "job.done")).toHaveLength(1);
      expect(endOf(seen).data).toMatchObject({ summary: "There is a list.", version: 1 });
      expect(await world.versions()).toHaveLength(1);
      expect(world.current.at(-1)).toEqual(whole.current.at(-1));
      expect(world.drafts.size).toBe(0);
    }
    expect(deaths).toBeGreaterThan(10);
  }, 30_000);

  it("is done once when its message is delivered twice at the same time", async () => {
    const world = await setUp(BUILD);
    const message = await world.say("A list, please");
    const results = await Promise.all([runJob(world.deps, message), runJob(world.deps, message)]);
    expect(results.sort()).toEqual(["dropped", "finished"]);
    expect(await runJob(world.deps, message)).toBe("dropped");
    expect(await world.versions()).toHaveLength(1);
  });

  it("merges what a person saved meanwhile, and checks the merge", async () => {
    const world = await setUp([BUILD[0]!, BUILD[1]!, BUILD[2]!]);
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
    const world = await setUp([{ calls: [{ tool: "ask", input: { question: "What should it track?", suggestions: ["Tasks"] } }] }]);
    await runJob(world.deps, await world.say("hm"));
    const seen = await world.events();
    expect(seen.find((event) => event.type === "question.asked")?.data).toMatchObject({
      text: "What should it track?",
      suggestions: ["Tasks"],
    });
    expect(await world.versions()).toEqual([]);
  });
});

describe("an app that does not hold", () => {
  it("is repaired from the findings", async () => {
    const repair: ScriptedTurn[] = [
      ...BUILD,
      { calls: [{ tool: "write_file", input: { path: "src/List.tsx", text: "export const List = () => null;\n" } }] },
      { calls: [{ tool: "finish", input: { summary: "Repaired." } }] },
    ];
    const broken = (files: FileMap) => (files["src/List.tsx"]?.includes("1") ? [fault("src/List.tsx")] : []);
    const world = await setUp(repair, { broken });
    await runJob(world.deps, await world.say("A list, please"));
    const seen = await world.events();
    expect(seen.find((event) => event.type === "fix.started")?.data).toEqual({ round: 1, of: FIX_ROUNDS, findings: 1 });
    expect(JSON.stringify(world.model.prompts.at(-2))).toContain("src/List.tsx:1 TS2304 Cannot find name");
    expect(endOf(seen).data).toMatchObject({ summary: "Repaired.", version: 1 });
  });

  it("never becomes current: after the last round it is kept as a draft", async () => {
    const stubborn = (turn: number): ScriptedTurn =>
      turn < 2 ? BUILD[turn]! : { calls: [{ tool: "finish", input: { summary: "Done." } }] };
    const world = await setUp(stubborn, { broken: () => [fault("src/App.tsx")] });
    const message = await world.say("A list, please");
    await runJob(world.deps, message);
    const seen = await world.events();
    expect(seen.filter((event) => event.type === "fix.started")).toHaveLength(FIX_ROUNDS);
    expect(endOf(seen)).toMatchObject({ type: "job.failed", data: { error: { code: "checks_failed" }, kept: { liveVersion: null } } });
    expect(await world.versions()).toMatchObject([{ status: "draft", findings: [{ code: "TS2304" }] }]);
    expect(world.current).toEqual([]);
    expect((await world.projects.find(world.project.id))?.currentVersion).toBeNull();
  });
});

describe("what a model may send", () => {
  it("is refused in words it can act on: broken arguments, unknown tools, paths outside, files too large", async () => {
    const world = await setUp([
      {
        calls: [
          { tool: "write_file", raw: '{"path": "src/A.tsx", "te' },
          { tool: "write_file", input: { path: 7 } },
          { tool: "format_disk", input: {} },
          { tool: "write_file", input: { path: "../../x", text: "" } },
          { tool: "write_file", input: { path: "src/big.ts", text: "x".repeat(5 * 1024 * 1024) } },
        ],
      },
      { calls: [{ tool: "finish", input: { summary: "Nothing was written." } }] },
    ]);
    await runJob(world.deps, await world.say("Break it"));
    const told = JSON.stringify(world.model.prompts[1]);
    for (const word of ["tool_arguments", "There is no tool format_disk", "path_refused", "file_too_large"]) expect(told).toContain(word);
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: null } });
    expect(await world.versions()).toEqual([]);
  });

  it("fails clearly when it is nothing at all", async () => {
    const world = await setUp([{}]);
    await runJob(world.deps, await world.say("Hello"));
    expect(endOf(await world.events())).toMatchObject({
      type: "job.failed",
      data: { error: { code: "model_no_answer", next: expect.any(String) } },
    });
  });
});

describe("a provider that fails", () => {
  const refused = (statusCode: number) =>
    new APICallError({ message: "secret-key-in-text", url: "http://provider.test", requestBodyValues: {}, statusCode, isRetryable: false });

  it.each([
    [401, "model_auth"],
    [402, "model_credit"],
    [404, "model_unknown"],
    [429, "model_rate_limited"],
    [500, "model_unavailable"],
  ])("with %i ends the job with %s and what to do, and passes on nothing of its text", async (statusCode, code) => {
    const world = await setUp([{ error: refused(statusCode) }]);
    await runJob(world.deps, await world.say("A list"));
    const end = endOf(await world.events());
    expect(end).toMatchObject({ type: "job.failed", data: { error: { code, next: expect.any(String) } } });
    expect(JSON.stringify(end)).not.toContain("secret-key");
  });

  it("in the middle of its answer keeps what was whole", async () => {
    const world = await setUp([BUILD[0]!, BUILD[1]!, { error: new Error("socket hang up"), after: "And now " }]);
    await runJob(world.deps, await world.say("A list"));
    expect(endOf(await world.events())).toMatchObject({
      type: "job.failed",
      data: { error: { code: "model_stream_broken" }, kept: { draftFiles: ["src/App.tsx", "src/List.tsx"] } },
    });
    expect(await world.versions()).toMatchObject([{ status: "draft" }]);
  });
});

describe("stop", () => {
  it("ends the job within the turn, says what was kept and leaves the live version", async () => {
    const world = await setUp((turn) => {
      if (turn === 2) void world.stream.cancel(message.jobId);
      return turn < 2 ? BUILD[turn]! : { text: "word ".repeat(20_000), calls: [] };
    });
    const message = await world.say("A list");
    expect(await runJob(world.deps, message)).toBe("finished");
    const seen = await world.events();
    expect(endOf(seen)).toMatchObject({
      type: "job.cancelled",
      data: { kept: { liveVersion: null, draftFiles: ["src/App.tsx", "src/List.tsx"] } },
    });
    expect(await world.jobs.get(message.jobId)).toMatchObject({ status: "cancelled" });
    expect(await world.versions()).toMatchObject([{ status: "draft" }]);
  });
});

/** The same deps, but the consumer dies for good at its `fatal`-th call of the stream, the workspace or the database's commit. */
function dyingAt(fatal: number, deps: Awaited<ReturnType<typeof setUp>>["deps"]) {
  let calls = 0;
  const mortal = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name);
        if (typeof value !== "function") return value;
        return async (...args: unknown[]) => {
          if (name === "renew") return { ok: true, seq: 0, cancelled: false };
          // Every second death comes after the call took effect, when its answer is lost.
          if (++calls >= fatal && fatal % 2 === 1) throw new Error("killed");
          const result = await value.apply(object, args);
          if (calls >= fatal) throw new Error("killed");
          return result;
        };
      },
    });
  return { stream: mortal(deps.stream), workspace: mortal(deps.workspace), jobs: mortal(deps.jobs), versions: mortal(deps.versions) };
}
