import type { Finding } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { gate, scriptedModel } from "@edgewright/testing";
import { dyingAt, endOf, type JobWorld, jobWorld, LIST_APP, TEMPLATE } from "@edgewright/testing/job-world";
import { numbersFrom } from "@edgewright/testing/share";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CONSUMERS_MAX, runJob } from "./run-job.ts";

/** A consumer dies at one in so many of its calls each time. */
const SHARE = 4;
const LEASE_ENDS_MS = 31_000;
const fault: Finding = { file: "src/App.tsx", line: 1, column: 1, code: "TS2304", message: "Cannot find name 'x'." };

// Each death is logged, as it should be, and here on purpose.
beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

/** Kills the consumer of a new job at its first call, its second and so on, lets another one go on, and looks at each end. */
async function killEverywhere(make: () => Promise<JobWorld>, look: (world: JobWorld) => Promise<void>, cancel = false): Promise<number> {
  let calls = 0;
  for (const fatal of numbersFrom(1, SHARE)) {
    calls = fatal - 1;
    const world = await make();
    const message = await world.say("A list, please");
    if (cancel) await world.stream.begin(message.jobId).then(() => world.clock.advance(LEASE_ENDS_MS));
    if (cancel) await world.stream.cancel(message.jobId);
    const first = await runJob(dyingAt(fatal, world.deps), message).catch(() => "died");
    if (first === "finished") break;
    world.clock.advance(LEASE_ENDS_MS);
    expect(["finished", "dropped"]).toContain(await runJob(world.deps, message));
    await look(world);
    expect(world.drafts.size).toBe(0);
    expect((await world.events()).filter(({ type }) => /^job\.(done|failed|cancelled)$/.test(type))).toHaveLength(1);
  }
  return calls;
}

describe("a consumer that dies anywhere", () => {
  it("leaves a job that ends in exactly one version and a complete stream", async () => {
    const whole = await jobWorld(scriptedModel(LIST_APP));
    await runJob(whole.deps, await whole.say("A list, please"));
    const deaths = await killEverywhere(
      () => jobWorld(scriptedModel(LIST_APP)),
      async (world) => {
        expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { summary: "There is a list.", version: 1 } });
        expect(await world.versions()).toHaveLength(1);
        expect(world.current.at(-1)).toEqual(whole.current.at(-1));
      },
    );
    expect(deaths).toBeGreaterThan(10);
  });

  it("leaves a job that failed failed: its draft is never taken for its version", async () => {
    let answers = 0;
    const brokenOnce = () => {
      answers = 0;
      // The provider breaks off once; asked again by the next consumer, it would answer.
      return jobWorld(
        scriptedModel((turn) =>
          turn === 2 && answers++ === 0 ? { error: new Error("socket hang up"), after: "And " } : at(LIST_APP, turn),
        ),
      );
    };
    const deaths = await killEverywhere(
      async () => {
        const world = await brokenOnce();
        await world.live();
        return world;
      },
      async (world) => {
        const end = endOf(await world.events());
        const made = (await world.versions()).filter(({ number }) => number > 1);
        expect(made).toHaveLength(1);
        expect(made[0]?.status).toBe(end.type === "job.done" ? "ok" : "draft");
        expect(await world.currentVersion()).toBe(end.type === "job.done" ? 2 : 1);
        if (end.type === "job.failed") expect(world.current).toEqual([]);
      },
    );
    expect(deaths).toBeGreaterThan(10);
  });

  it("leaves a job whose checks fail with one draft and the working version live", async () => {
    const deaths = await killEverywhere(
      async () => {
        const stubborn = scriptedModel((turn) => LIST_APP[turn] ?? { calls: [{ tool: "finish", input: { summary: "Done." } }] });
        const world = await jobWorld(stubborn, { broken: () => [fault] });
        await world.live();
        return world;
      },
      async (world) => {
        expect(endOf(await world.events())).toMatchObject({ type: "job.failed", data: { error: { code: "repair_stuck" } } });
        expect((await world.versions()).map(({ status }) => status).sort()).toEqual(["draft", "ok"]);
        expect(await world.currentVersion()).toBe(1);
      },
    );
    expect(deaths).toBeGreaterThan(20);
  });

  it("leaves a stopped job stopped", async () => {
    const deaths = await killEverywhere(
      () => jobWorld(scriptedModel(LIST_APP)),
      async (world) => {
        expect(endOf(await world.events()).type).toBe("job.cancelled");
        expect(world.current).toEqual([]);
      },
      true,
    );
    expect(deaths).toBeGreaterThan(3);
  });
});

describe("two consumers of one job", () => {
  it("do it once when its message is delivered twice at the same time, and once more later", async () => {
    const world = await jobWorld(scriptedModel(LIST_APP));
    const message = await world.say("A list, please");
    const results = await Promise.all([runJob(world.deps, message), runJob(world.deps, message)]);
    expect(results.sort()).toEqual(["dropped", "finished"]);
    expect(await runJob(world.deps, message)).toBe("dropped");
    expect(await world.versions()).toHaveLength(1);
  });

  it("leave the work to the younger one when the older wakes up after its lease", async () => {
    const world = await jobWorld(scriptedModel(LIST_APP));
    const message = await world.say("A list, please");
    const frozen = gate();
    const asleep = gate();
    let checks = 0;
    const check = world.deps.compiler.check;
    world.deps.compiler.check = async (input) => {
      if (checks++ === 0) {
        asleep.open();
        await frozen.passed;
      }
      return check(input);
    };
    // The frozen consumer renews nothing, as a process that stands still would not.
    const older = runJob({ ...world.deps, lease: { renewMs: 3_600_000, coalesceMs: 1 } }, message);
    await asleep.passed;
    world.clock.advance(LEASE_ENDS_MS);
    expect(await runJob(world.deps, message)).toBe("finished");
    const seen = await world.events();
    frozen.open();
    expect(await older).toBe("lost");
    expect(await world.events()).toEqual(seen);
    expect(await world.versions()).toHaveLength(1);
    expect(world.current).toHaveLength(1);
  });
});

describe("a stop", () => {
  it("does not wait for a check that goes on", async () => {
    const world = await jobWorld(scriptedModel(LIST_APP));
    await world.live();
    const message = await world.say("A list, please");
    const checking = gate();
    world.deps.compiler.check = () => {
      checking.open();
      return new Promise(() => {});
    };
    const running = runJob(world.deps, message);
    await checking.passed;
    await world.stream.cancel(message.jobId);
    expect(await running).toBe("finished");
    expect(endOf(await world.events())).toMatchObject({
      type: "job.cancelled",
      data: { kept: { liveVersion: 1, draftFiles: ["src/App.tsx", "src/List.tsx"] } },
    });
  });
});

describe("a job that ends every consumer", () => {
  it("is ended itself in the end, says so, and leaves the live version", async () => {
    const world = await jobWorld(scriptedModel(LIST_APP));
    await world.live();
    const message = await world.say("A list, please");
    world.deps.compiler.check = () => Promise.reject(new Error("out of memory"));
    for (let consumer = 0; consumer < CONSUMERS_MAX; consumer++) {
      await expect(runJob(world.deps, message)).rejects.toThrow("out of memory");
      world.clock.advance(LEASE_ENDS_MS);
    }
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(endOf(await world.events())).toMatchObject({
      type: "job.failed",
      data: { error: { code: "internal", next: expect.any(String) }, kept: { liveVersion: 1 } },
    });
    expect(await world.jobs.get(message.jobId)).toMatchObject({ status: "failed" });
    expect(world.drafts.size).toBe(0);
  });

  it("is none when a call of the platform fails once: the model is not blamed, and the job goes on", async () => {
    const world = await jobWorld(scriptedModel(LIST_APP));
    const message = await world.say("A list, please");
    const write = world.deps.workspace.writeDraft;
    world.deps.workspace.writeDraft = () => Promise.reject(new Error("network connection lost"));
    await expect(runJob(world.deps, message)).rejects.toThrow("network connection lost");
    world.deps.workspace.writeDraft = write;
    world.clock.advance(LEASE_ENDS_MS);
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: 1 } });
    expect(world.current[0]?.files).not.toEqual(TEMPLATE);
  });
});
