/** Jobs that wait for a person, hear one, fall back or repair, with their consumer dying at each step and their messages arriving twice or out of turn. */

import { retryJob } from "@edgewright/chat";
import type { CodegenMessage, FileMap, Finding, PlanStep } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { dyingAt, type JobWorld, jobWorld, LIST_APP, meeting, TEMPLATE } from "@edgewright/testing/job-world";
import { must } from "@edgewright/testing/must";
import { numbersFrom } from "@edgewright/testing/share";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runJob } from "./run-job.ts";

const LEASE_ENDS_MS = 31_000;
const LEGS_MAX = 8;
/** Of the calls at which a consumer may die, each time every third is tried, from another one on. */
const SHARE = 6;
const ENDS = /^job\.(done|failed|cancelled)$/;

const write = (path: string, text = `export const at = "${path}";\n`) => ({ tool: "write_file", input: { path, text } });
const FINISH: ScriptedTurn = { calls: [{ tool: "finish", input: { summary: "Done." } }] };
const steps: PlanStep[] = [
  { id: "1", title: "The list", files: ["src/List.tsx"] },
  { id: "2", title: "A chart", files: ["src/Chart.tsx"] },
];
const questions = [{ id: "who", text: "Who uses it?", kind: "one", options: ["Me", "All"], suggested: ["All"] }];
const fault: Finding = { file: "src/List.tsx", line: 1, column: 1, code: "TS2304", message: "Cannot find name 'wrong'." };
const broken = (files: FileMap): Finding[] => (files["src/List.tsx"]?.includes("wrong") ? [fault] : []);

// Each death is logged, as it should be, and here on purpose.
beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

type Fixture = {
  make(): Promise<JobWorld>;
  /** What the person does when the job waits. */
  person?(world: JobWorld, message: CodegenMessage): Promise<unknown>;
  files: string[];
};

const answer =
  (kind: "questions" | "plan" | "budget", result: Parameters<JobWorld["stream"]["answer"]>[0]["result"]) =>
  (world: JobWorld, { jobId }: CodegenMessage) =>
    world.stream.answer({ jobId, kind, result, events: [] });

const SESSIONS: Record<string, Fixture> = {
  "asks and is answered": {
    make: () => jobWorld(scriptedModel([{ calls: [{ tool: "ask", input: { text: "One thing.", questions } }] }, ...LIST_APP])),
    person: answer("questions", { who: "Me" }),
    files: ["src/App.tsx", "src/List.tsx"],
  },
  "has its plan approved without a step": {
    make: () =>
      jobWorld(scriptedModel([{ calls: [{ tool: "plan", input: { steps } }] }, { calls: [write("src/List.tsx")] }, FINISH]), {
        settings: { planApproval: "ask" },
      }),
    person: answer("plan", { steps: steps.slice(0, 1) }),
    files: ["src/List.tsx"],
  },
  "is told something while it works": {
    async make() {
      let told = false;
      const turns = (turn: number): ScriptedTurn => {
        if (turn === 1 && !told) {
          told = true;
          void world.say("In blue, please", "steer");
        }
        return must([...LIST_APP.slice(0, 2), { calls: [write("src/Blue.tsx")] }, FINISH][turn]);
      };
      const world = await jobWorld(scriptedModel(turns));
      return world;
    },
    files: ["src/App.tsx", "src/Blue.tsx", "src/List.tsx"],
  },
  "falls back in the middle of a turn": {
    make: () =>
      jobWorld(
        scriptedModel((turn) => (turn === 1 ? { error: { code: 503, message: "down" }, after: "Half a " } : must(LIST_APP[turn]))),
        {
          fallbacks: [scriptedModel(LIST_APP)],
        },
      ),
    files: ["src/App.tsx", "src/List.tsx"],
  },
  "repairs what is wrong": {
    make: () =>
      jobWorld(scriptedModel([{ calls: [write("src/List.tsx", "wrong;\n")] }, FINISH, { calls: [write("src/List.tsx")] }, FINISH]), {
        broken,
      }),
    files: ["src/List.tsx"],
  },
  "reaches a budget that is raised": {
    async make() {
      const world = await jobWorld(scriptedModel(LIST_APP), { settings: { jobBudget: 1 } });
      world.deps.meter.limit = ({ raised, id }) =>
        raised === 0 && !id.endsWith("_1_0") ? { scope: "job", limit: 1, spent: 0.9, needed: 0.2 } : null;
      return world;
    },
    person: answer("budget", { scope: "job" }),
    files: ["src/App.tsx", "src/List.tsx"],
  },
};

/** Runs the job until it ends, by one consumer after the other; the first has these deps. */
async function drive(world: JobWorld, message: CodegenMessage, { person }: Fixture, first: JobWorld["deps"]): Promise<boolean> {
  let deps = first;
  for (let leg = 0; leg < LEGS_MAX; leg++) {
    const result = await runJob(deps, message).catch(() => "died");
    if (result === "died") deps = world.deps;
    if (result === "died") world.clock.advance(LEASE_ENDS_MS);
    else if (result === "waiting") await person?.(world, message);
    // It ended, or waits already: its consumer died after it had said so.
    else if (await hasEnded(world, message)) return deps === world.deps;
    else await person?.(world, message);
  }
  throw new Error("The job does not come to its end");
}

const endsOf = async (world: JobWorld, { jobId }: CodegenMessage) =>
  (await world.events()).filter((event) => event.jobId === jobId && ENDS.test(event.type));
const hasEnded = async (world: JobWorld, message: CodegenMessage) => (await endsOf(world, message)).length > 0;

/** Whatever happened on the way: one end, one version with all of its files told, no draft left, and the job can be retried. */
async function expectDone(world: JobWorld, message: CodegenMessage, files: string[]) {
  const ends = await endsOf(world, message);
  expect(ends).toMatchObject([{ type: "job.done", data: { version: 2 } }]);
  expect(world.drafts.size).toBe(0);
  expect((await world.versions()).map(({ number, status }) => [number, status])).toEqual([
    [2, "ok"],
    [1, "ok"],
  ]);
  const live = must(world.current.at(-1));
  expect(live.version).toBe(2);
  expect(
    Object.keys(live.files)
      .filter((path) => live.files[path] !== TEMPLATE[path])
      .sort(),
  ).toEqual(files);
  const told = (await world.events()).flatMap((event) => (event.type === "file.written" ? [event.data.path] : []));
  for (const path of files) expect(told).toContain(path);
  expect(await world.jobs.get(message.jobId)).toMatchObject({ status: "done", resultVersion: 2 });
  const seqs = (await world.events()).map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
}

async function begin({ make }: Fixture): Promise<{ world: JobWorld; message: CodegenMessage }> {
  const world = await make();
  await world.live();
  return { world, message: await world.say("A list, please") };
}

describe.each(Object.entries(SESSIONS))("a job that %s", (_, fixture) => {
  it("comes to the same end wherever its consumer dies", async () => {
    let last = 0;
    for (const fatal of numbersFrom(1, SHARE)) {
      const { world, message } = await begin(fixture);
      const died = await drive(world, message, fixture, dyingAt(fatal, world.deps));
      await expectDone(world, message, fixture.files);
      if (!died) break;
      last = fatal;
    }
    expect(last).toBeGreaterThan(20 - SHARE);
  });

  it("comes to the same end when each of its messages arrives twice", async () => {
    const { world, message } = await begin(fixture);
    for (let leg = 0; !(await hasEnded(world, message)) && leg < LEGS_MAX; leg++) {
      const results = await Promise.all([runJob(world.deps, message), runJob(world.deps, message)]);
      expect(results.filter((result) => result === "dropped")).toHaveLength(1);
      await fixture.person?.(world, message);
      // Nobody waits for it any more.
      if (fixture.person) expect(await fixture.person(world, message)).toBe("not_waiting");
    }
    expect(await runJob(world.deps, message)).toBe("dropped");
    await expectDone(world, message, fixture.files);
  });

  it("can be stopped at each of its steps, leaves what is live, and goes on from there", async () => {
    // Its first call begins it: a job that is stopped before that is ended by its stream alone.
    // A stop is noticed when something is said, which is seldom twice in a row: every other call will do.
    for (const at of numbersFrom(2, 2 * SHARE)) {
      const { world, message } = await begin(fixture);
      const stops: string[] = [];
      const stop = async () => stops.push(await world.stream.cancel(message.jobId));
      await drive(world, message, fixture, meeting(at, stop, world.deps));
      if (stops.length === 0) break;
      const [end, ...others] = await endsOf(world, message);
      expect(others).toEqual([]);
      expect(world.drafts.size).toBe(0);
      // A version that is made is not unmade by a stop that comes after it.
      if (end?.type === "job.done") await expectDone(world, message, fixture.files);
      else await expectGoesOn(world, message, fixture);
    }
  });
});

describe("while a job waits for a person", () => {
  const fixture = must(SESSIONS["asks and is answered"]);
  const waitingJob = async () => {
    const { world, message } = await begin(fixture);
    expect(await runJob(world.deps, message)).toBe("waiting");
    return { world, message };
  };

  it("an answer that comes after a stop changes nothing", async () => {
    const { world, message } = await waitingJob();
    expect(await world.stream.cancel(message.jobId)).toBe("signalled");
    expect(await must(fixture.person)(world, message)).toBe("not_waiting");
    expect(await world.stream.cancel(message.jobId)).toBe("signalled");
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(await must(fixture.person)(world, message)).toBe("not_waiting");
    expect(await world.stream.cancel(message.jobId)).toBe("unknown");
    await expectGoesOn(world, message, fixture);
  });

  it("a stop leaves it stopped wherever the consumer dies that closes it", async () => {
    for (const fatal of numbersFrom(1, SHARE)) {
      const { world, message } = await waitingJob();
      await world.stream.cancel(message.jobId);
      const died = await drive(world, message, fixture, dyingAt(fatal, world.deps));
      await expectGoesOn(world, message, fixture);
      if (!died) break;
    }
  });

  it("a stop that comes after the answer stops what would go on", async () => {
    const { world, message } = await waitingJob();
    expect(await must(fixture.person)(world, message)).toBe("resumed");
    expect(await world.stream.cancel(message.jobId)).toBe("signalled");
    expect(await runJob(world.deps, message)).toBe("finished");
    await expectGoesOn(world, message, fixture);
  });
});

describe("a message that steers", () => {
  it("and arrives at a consumer before the job it is for is left to that job", async () => {
    const { world, message } = await begin(must(SESSIONS["falls back in the middle of a turn"]));
    const steer = await world.say("In blue", "steer");
    expect(await runJob(world.deps, steer)).toBe("dropped");
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(await runJob(world.deps, steer)).toBe("dropped");
    expect(await world.jobs.get(steer.jobId)).toMatchObject({ status: "done" });
    await expectDone(world, message, ["src/App.tsx", "src/List.tsx"]);
  });

  it("and came too late for a job that was stopped is a job of its own", async () => {
    const world = await jobWorld(scriptedModel([{ calls: [write("src/Blue.tsx")] }, FINISH]));
    await world.live();
    const message = await world.say("A list");
    const steer = await world.say("In blue", "steer");
    await world.stream.cancel(message.jobId);
    expect(await runJob(world.deps, message)).toBe("dropped");
    expect(await runJob(world.deps, steer)).toBe("finished");
    await expectDone(world, steer, ["src/Blue.tsx"]);
  });
});

/** A stopped job: nothing of it is live, and Continue ends in a version with its draft and what is new. */
async function expectGoesOn(world: JobWorld, message: CodegenMessage, fixture: Fixture) {
  const [end] = await endsOf(world, message);
  expect(end).toMatchObject({ type: "job.cancelled", data: { kept: { liveVersion: 1 } } });
  expect([await world.currentVersion(), world.current]).toEqual([1, []]);
  const kept = end?.type === "job.cancelled" ? end.data.kept.draftFiles : [];
  const last = await goOn(world, message, fixture);
  expect(await endsOf(world, last)).toMatchObject([{ type: "job.done" }]);
  const live = must(world.current.at(-1)).files;
  for (const path of [...kept, "src/Last.tsx"]) expect(live[path]).not.toBe(TEMPLATE[path]);
}

/** Presses Continue; what is sent to the queue is then worked on in turn, by a model that writes what is missing. */
async function goOn(world: JobWorld, message: CodegenMessage, { person }: Fixture): Promise<CodegenMessage> {
  const [job, project] = [await world.jobs.get(message.jobId), await world.projects.find(world.project.id)];
  const again = await retryJob(world, { project: must(project), job: must(job), model: "test:scripted", keep: true, origin: world.origin });
  if (!again.ok) throw new Error(again.error.message);
  await world.stream.enqueue(again.value.outbox.enqueue);
  const turns: ScriptedTurn[] = [
    { calls: [{ tool: "plan", input: { steps } }] },
    { calls: [write("src/Last.tsx"), write("src/List.tsx")] },
  ];
  const last = scriptedModel(() => turns.shift() ?? FINISH);
  const opened = await world.deps.models();
  const models = async () => (opened.ok ? ok(opened.value.map(({ info }) => ({ info, model: last }))) : opened);
  const next = { ...message, jobId: again.value.jobId };
  while (!(await hasEnded(world, next))) {
    const sent = world.sent.shift();
    if (sent?.kind !== "codegen") throw new Error("Nothing is sent, and the job has not ended");
    if ((await runJob({ ...world.deps, models }, sent)) === "waiting") await person?.(world, sent);
  }
  return next;
}
