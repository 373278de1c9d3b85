/** A job that waits for a person, or hears one while it works. */

import { resumeWithAnswer, retryJob } from "@edgewright/chat";
import type { Json, NewEvent, PlanStep } from "@edgewright/contracts";
import { type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { endOf, jobWorld, LIST_APP } from "@edgewright/testing/job-world";
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import { runJob } from "./run-job.ts";

const questions = [
  { id: "who", text: "Who uses it?", kind: "one", options: ["Me", "My team"], suggested: ["My team"] },
  { id: "what", text: "What does it track?", kind: "text", options: [], suggested: [] },
];
const ASK: ScriptedTurn = { calls: [{ tool: "ask", input: { text: "Two questions.", questions } }] };
const steps: PlanStep[] = [
  { id: "1", title: "The list", files: ["src/List.tsx"] },
  { id: "2", title: "A chart", files: ["src/Chart.tsx"] },
];
const PLAN: ScriptedTurn = { calls: [{ tool: "plan", input: { steps } }] };
const write = (path: string) => ({ tool: "write_file", input: { path, text: `export const at = "${path}";\n` } });
const FINISH: ScriptedTurn = { calls: [{ tool: "finish", input: { summary: "Done." } }] };

async function setUp(turns: Parameters<typeof scriptedModel>[0], options: Parameters<typeof jobWorld>[1] = {}) {
  const model = scriptedModel(turns);
  const world = await jobWorld(model, options);
  const prompts = () => JSON.stringify(model.prompts.at(-1));
  const seen = async <T extends NewEvent["type"]>(type: T) =>
    (await world.events()).filter((event): event is typeof event & Extract<NewEvent, { type: T }> => event.type === type);
  return { ...world, model, prompts, seen };
}

describe("questions", () => {
  it("hold the job until they are answered, and the answers reach the model and later jobs", async () => {
    const world = await setUp([ASK, ...LIST_APP, ...LIST_APP]);
    const message = await world.say("Something for us");
    expect(await runJob(world.deps, message)).toBe("waiting");
    expect(await world.jobs.get(message.jobId)).toMatchObject({ status: "waiting" });
    expect(await world.seen("question.asked")).toMatchObject([{ data: { text: "Two questions.", questions } }]);
    expect(await runJob(world.deps, message)).toBe("dropped");
    const result: Json = { who: "Me", what: null };
    expect(await world.stream.answer({ jobId: message.jobId, kind: "plan", result, events: [] })).toBe("not_waiting");
    expect(await world.stream.answer({ jobId: message.jobId, kind: "questions", result, events: [] })).toBe("resumed");
    expect(await world.stream.answer({ jobId: message.jobId, kind: "questions", result, events: [] })).toBe("not_waiting");
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(world.prompts()).toContain("Who uses it?\\n→ Me\\nWhat does it track?\\n→ you decide");
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: 1 } });
  });

  it("are asked once in a job: a second card is refused", async () => {
    const world = await setUp([ASK, ASK, FINISH]);
    const message = await world.say("Something");
    await runJob(world.deps, message);
    await world.stream.answer({ jobId: message.jobId, kind: "questions", result: {}, events: [] });
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(world.prompts()).toContain("was asked in this work already");
  });

  it("are answered by a message as well", async () => {
    const world = await setUp([ASK, ...LIST_APP]);
    const message = await world.say("Something");
    await runJob(world.deps, message);
    const other = await world.say("It is for my team", "steer");
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(world.prompts()).toContain("It is for my team");
    expect(await world.seen("question.answered")).toMatchObject([{ data: { answers: { who: null, what: null } } }]);
    expect(await world.jobs.get(other.jobId)).toMatchObject({ status: "done" });
    expect(await runJob(world.deps, other)).toBe("dropped");
  });

  it.each(["a message", "the card"])("that were answered by %s are not forgotten when the work begins anew", async (by) => {
    const world = await setUp((turn) => [ASK, PLAN][turn] ?? FINISH, { settings: { planApproval: "ask" } });
    const message = await world.say("Something");
    await runJob(world.deps, message);
    const job = must(await world.jobs.get(message.jobId));
    if (by === "a message") await world.say("It is for my team", "steer");
    else {
      const { organizationId, origin } = world;
      const deps = { ...world, stream: () => world.stream, meter: { raiseMonth: async () => "raised" as const } };
      const actor = { id: origin.id, memberships: [], exceptions: [], scopes: null };
      const answers = { who: "Me", what: "It is for my team" };
      const given = { kind: "questions" as const, jobId: job.id, answers };
      expect(await resumeWithAnswer(deps, { user: { id: origin.id }, actor, origin }, { organizationId, job }, given)).toMatchObject({
        ok: true,
      });
    }
    expect(await runJob(world.deps, message)).toBe("waiting");
    await world.stream.cancel(message.jobId);
    await runJob(world.deps, message);
    const project = must(await world.projects.find(world.project.id));
    const again = await retryJob(world, {
      project,
      job: must(await world.jobs.get(job.id)),
      model: "test:scripted",
      keep: false,
      origin: world.origin,
    });
    if (!again.ok) throw new Error(again.error.message);
    await world.stream.enqueue(again.value.outbox.enqueue);
    const calls = world.model.prompts.length;
    expect(await runJob(world.deps, { ...message, jobId: again.value.jobId })).toBe("waiting");
    const told = JSON.stringify(must(world.model.prompts[calls]));
    expect(told.match(/It is for my team/g)).toHaveLength(1);
    expect(told.indexOf("Something")).toBeLessThan(told.indexOf("It is for my team"));
  });

  it("are given up when the job is stopped while it waits", async () => {
    const world = await setUp([ASK]);
    const message = await world.say("Something");
    await runJob(world.deps, message);
    expect(await world.stream.cancel(message.jobId)).toBe("signalled");
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(endOf(await world.events()).type).toBe("job.cancelled");
  });
});

describe("a plan that needs approval", () => {
  const ask = { settings: { planApproval: "ask" as const } };

  it("waits before anything is written, and what was struck is not done", async () => {
    const turns: ScriptedTurn[] = [
      { calls: [...(PLAN as { calls: [] }).calls, ...(FINISH as { calls: [] }).calls, write("src/Early.tsx")] },
      { calls: [write("src/List.tsx")] },
      FINISH,
    ];
    const world = await setUp(turns, ask);
    const message = await world.say("A list with a chart");
    expect(await runJob(world.deps, message)).toBe("waiting");
    expect(await world.seen("file.written")).toEqual([]);
    expect(await world.seen("plan.proposed")).toMatchObject([
      { data: { steps, approval: true, estimate: { outputTokens: expect.any(Number) } } },
    ]);
    const approved = [{ ...must(steps[0]), title: "A tidy list" }];
    await world.stream.answer({ jobId: message.jobId, kind: "plan", result: { steps: approved }, events: [] });
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(world.prompts()).toContain("A tidy list");
    expect(world.prompts()).toContain("The person struck these steps; do not do them:\\n2: A chart");
    expect(world.current[0]?.files).not.toHaveProperty("src/Early.tsx");
    expect((await world.jobs.get(message.jobId))?.plan).toEqual(approved);
  });

  it("is called for when a model writes without one", async () => {
    const world = await setUp([{ calls: [write("src/List.tsx")] }, FINISH], ask);
    await runJob(world.deps, await world.say("A list"));
    expect(world.prompts()).toContain("plan_required");
    expect(await world.versions()).toEqual([]);
  });

  it("is shown before the first file even when the model never said one", async () => {
    const world = await setUp([{ calls: [write("src/List.tsx"), write("src/Other.tsx")] }, FINISH]);
    await runJob(world.deps, await world.say("A list"));
    const types = (await world.events()).map(({ type }) => type);
    expect(types.indexOf("plan.proposed")).toBeLessThan(types.indexOf("file.written"));
    expect((await world.seen("plan.proposed")).at(-1)?.data.steps).toMatchObject([{ files: ["src/List.tsx", "src/Other.tsx"] }]);
  });

  it("waits as well when it would take more than the job may spend", async () => {
    const world = await setUp([PLAN, { calls: [write("src/List.tsx")] }, FINISH], { settings: { jobBudget: 0.000001 } });
    expect(await runJob(world.deps, await world.say("A list"))).toBe("waiting");
  });
});

describe("a message sent while a job works", () => {
  it("reaches the next turn of the model and is not done again", async () => {
    let say: (() => Promise<unknown>) | null = null;
    const turns = (turn: number): ScriptedTurn => {
      if (turn === 1) void say?.();
      return LIST_APP[turn] ?? FINISH;
    };
    const world = await setUp(turns);
    const steered: { jobId: string }[] = [];
    say = async () => steered.push(await world.say("In blue, please", "steer"));
    const message = await world.say("A list");
    expect(await runJob(world.deps, message)).toBe("finished");
    const at = world.model.prompts.findIndex((prompt) => JSON.stringify(prompt).includes("In blue, please"));
    expect(at).toBe(2);
    expect(await world.seen("message.steered")).toMatchObject([{ jobId: must(steered[0]).jobId, data: { into: message.jobId } }]);
    expect(await world.stream.begin(must(steered[0]).jobId)).toEqual({ state: "finished" });
  });

  it("is heard even when the model had already finished, and becomes a job of its own when the job has ended", async () => {
    let say: (() => Promise<unknown>) | null = null;
    const turns = (turn: number): ScriptedTurn => {
      if (turn === 2) void say?.();
      return turn === 3 ? { calls: [write("src/Blue.tsx"), { tool: "finish", input: { summary: "In blue." } }] } : must(LIST_APP[turn]);
    };
    const world = await setUp(turns);
    say = () => world.say("In blue, please", "steer");
    await runJob(world.deps, await world.say("A list"));
    expect(world.current[0]?.files).toHaveProperty("src/Blue.tsx");
    const late = await world.say("And green", "steer");
    expect(await world.stream.begin(late.jobId)).toMatchObject({ state: "begun", text: "And green" });
  });

  it("can be changed, moved and switched while it waits, and not after", async () => {
    const world = await setUp(LIST_APP);
    const first = await world.say("A list");
    const second = await world.say("Then two");
    const third = await world.say("Then three");
    expect(await world.stream.amend({ jobId: first.jobId, text: "x" })).toBe("begun");
    expect(await world.stream.amend({ jobId: third.jobId, before: second.jobId, text: "First three" })).toBe("amended");
    expect((await world.seen("queue.changed")).at(-1)?.data.waiting.map(({ jobId }) => jobId)).toEqual([third.jobId, second.jobId]);
    await runJob(world.deps, first);
    expect(await world.stream.begin(third.jobId)).toMatchObject({ state: "begun", text: "First three" });
    expect(await world.stream.amend({ jobId: third.jobId, text: "too late" })).toBe("begun");
  });
});

it("a message that is taken back while it waits is never told to the model", async () => {
  const world = await setUp((turn) => must(LIST_APP[turn % LIST_APP.length]));
  const first = await world.say("A list");
  const second = await world.say("Use large letters");
  const third = await world.say("Then a chart");
  expect(await world.stream.cancel(second.jobId)).toBe("ended");
  await world.jobs.update(second.jobId, { status: "cancelled" });
  await runJob(world.deps, first);
  await runJob(world.deps, third);
  expect(world.prompts()).toContain("Then a chart");
  expect(world.prompts()).not.toContain("large letters");
});

describe("a budget", () => {
  it("holds the job before it is passed, and lets it go on for as much again", async () => {
    const world = await setUp(LIST_APP, { settings: { jobBudget: 1 } });
    world.deps.meter.limit = ({ raised, jobBudget }) =>
      world.deps.meter.calls.length >= 2 && raised === 0 ? { scope: "job", limit: must(jobBudget), spent: 0.9, needed: 0.2 } : null;
    const message = await world.say("A list");
    expect(await runJob(world.deps, message)).toBe("waiting");
    expect(await world.seen("budget.reached")).toMatchObject([{ data: { reached: { scope: "job", limit: 1 } } }]);
    expect(world.deps.meter.calls).toHaveLength(2);
    await world.stream.answer({ jobId: message.jobId, kind: "budget", result: { scope: "job" }, events: [] });
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: 1 } });
    expect((await world.seen("file.written")).filter(({ data }) => data.path === "src/List.tsx")).toHaveLength(1);
  });

  it("that still does not reach asks again, and hears what is said meanwhile", async () => {
    const world = await setUp(LIST_APP);
    world.deps.meter.limit = ({ raised }) => (raised < 2 ? { scope: "job", limit: 1, spent: 1, needed: 1 } : null);
    const message = await world.say("A list");
    expect(await runJob(world.deps, message)).toBe("waiting");
    await world.say("Hurry", "steer");
    expect(await runJob(world.deps, message)).toBe("waiting");
    for (const end of ["waiting", "finished"]) {
      await world.stream.answer({ jobId: message.jobId, kind: "budget", result: { scope: "job" }, events: [] });
      expect(await runJob(world.deps, message)).toBe(end);
    }
    expect(JSON.stringify(world.model.prompts[0])).toContain("Hurry");
  });
});
