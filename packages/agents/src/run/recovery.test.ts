/** What a job makes of trouble: a provider that fails, an app that does not hold, work that broke off. */

import { retryJob } from "@edgewright/chat";
import type { FileMap, Finding, NewEvent } from "@edgewright/contracts";
import { at, ok } from "@edgewright/core";
import { type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { dyingAt, endOf, type JobWorld, jobWorld, LIST_APP } from "@edgewright/testing/job-world";
import { must } from "@edgewright/testing/must";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runJob } from "./run-job.ts";

const FINISH: ScriptedTurn = { calls: [{ tool: "finish", input: { summary: "Done." } }] };
const write = (path: string, text: string) => ({ tool: "write_file", input: { path, text } });
const finding = (message: string, code = "TS2304"): Finding => ({ file: "src/List.tsx", line: 1, column: 1, code, message });
const seen = async <T extends NewEvent["type"]>(world: JobWorld, type: T) =>
  (await world.events()).filter((event): event is typeof event & Extract<NewEvent, { type: T }> => event.type === type);

beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

describe("a compiler that is lost", () => {
  it("gives the job back, and the next consumer begins without waiting for the lease to run out", async () => {
    const world = await jobWorld(scriptedModel((turn) => at(LIST_APP, turn)));
    const message = await world.say("A list");
    const lost = () => Promise.reject(new Error("Network connection lost."));
    const dying = { ...world.deps, compiler: { ...world.deps.compiler, check: lost } };
    await expect(runJob(dying, message)).rejects.toThrow("Network connection lost.");
    expect(await runJob(world.deps, message)).toBe("finished");
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: 1 } });
  });
});

describe("a provider that fails", () => {
  const busy = { error: Object.assign(new Error("busy"), { code: 429 }), after: "I will " };

  it("in the middle of a turn is followed by the next model, and nothing of that turn is left", async () => {
    const first = scriptedModel((turn) => (turn === 1 ? { error: { code: 503, message: "down" }, after: "Half a " } : at(LIST_APP, turn)));
    const second = scriptedModel((turn) => at(LIST_APP, turn));
    const world = await jobWorld(first, { fallbacks: [second] });
    const message = await world.say("A list");
    await runJob(world.deps, message);
    expect(await seen(world, "model.fallback")).toMatchObject([
      { data: { from: "test:scripted", to: "test:fallback1", error: { code: "model_stream_broken" } } },
    ]);
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: 1 } });
    expect(second.prompts).toHaveLength(2);
    expect(JSON.stringify(second.prompts[0])).not.toContain("Half a");
    expect((await world.jobs.get(message.jobId))?.usage?.model).toBe("test:fallback1");
  });

  it("with no other model to turn to ends the job with what to do next", async () => {
    const world = await jobWorld(scriptedModel([busy]), { fallbacks: [scriptedModel([busy])] });
    await runJob(world.deps, await world.say("A list"));
    expect(endOf(await world.events())).toMatchObject({ type: "job.failed", data: { error: { next: expect.any(String), retry: true } } });
    expect(await seen(world, "model.fallback")).toHaveLength(1);
  });

  it("is not followed by another model when the fault is not the provider's", async () => {
    const refused = { error: { code: 401, message: "bad key" }, after: "" };
    const world = await jobWorld(scriptedModel([refused]), { fallbacks: [scriptedModel(LIST_APP)] });
    await runJob(world.deps, await world.say("A list"));
    expect(endOf(await world.events())).toMatchObject({ type: "job.failed", data: { error: { code: "model_auth" } } });
  });

  it("that says nothing for long has failed", async () => {
    const silent = scriptedModel([]);
    silent.doStream = async ({ abortSignal }) => ({
      stream: new ReadableStream({
        start: (controller) => abortSignal?.addEventListener("abort", () => controller.error(abortSignal.reason)),
      }),
    });
    const world = await jobWorld(silent, { fallbacks: [scriptedModel(LIST_APP)] });
    await runJob({ ...world.deps, silenceMs: 30 }, await world.say("A list"));
    expect(await seen(world, "model.fallback")).toMatchObject([{ data: { error: { code: "model_timeout" } } }]);
    expect(endOf(await world.events()).type).toBe("job.done");
  });
});

describe("an app that does not hold", () => {
  const broken = (files: FileMap) => (files["src/List.tsx"]?.includes("1") ? [finding("Cannot find name 'x'.")] : []);

  it("is repaired without a model where that is possible", async () => {
    const repair = () => [{ path: "src/List.tsx", text: "export const List = () => 2;\n" }];
    const model = scriptedModel(LIST_APP);
    const world = await jobWorld(model, { broken: (files) => (files["src/List.tsx"]?.includes("1") ? [finding("x")] : []), repair });
    await runJob(world.deps, await world.say("A list"));
    expect(await seen(world, "fix.repaired")).toMatchObject([
      { data: { left: 0, repairs: [{ kind: "missing_import", file: "src/List.tsx" }] } },
    ]);
    expect(await seen(world, "fix.started")).toEqual([]);
    expect(model.prompts).toHaveLength(LIST_APP.length);
    expect(world.current[0]?.files["src/List.tsx"]).toBe("export const List = () => 2;\n");
  });

  it("keeps its repairs through the death of its consumer anywhere", async () => {
    const options = {
      broken: (files: FileMap) => (files["src/List.tsx"]?.includes("1") ? [finding("x")] : []),
      repair: () => [{ path: "src/List.tsx", text: "export const List = () => 2;\n" }],
    };
    for (let fatal = 1; ; fatal++) {
      const world = await jobWorld(scriptedModel(LIST_APP), options);
      const message = await world.say("A list");
      const first = await runJob(dyingAt(fatal, world.deps), message).catch(() => "died");
      if (first === "finished") break;
      world.clock.advance(31_000);
      await runJob(world.deps, message);
      expect(world.current.at(-1)?.files["src/List.tsx"]).toBe("export const List = () => 2;\n");
    }
  });

  it("ends the loop when the same finding comes again and nothing else is better", async () => {
    const model = scriptedModel((turn) => LIST_APP[turn] ?? FINISH);
    const world = await jobWorld(model, { broken: () => [finding("Cannot find name 'x'.")] });
    await runJob(world.deps, await world.say("A list"));
    expect(endOf(await world.events())).toMatchObject({
      type: "job.failed",
      data: { error: { code: "repair_stuck", message: expect.stringContaining("src/List.tsx:1"), next: expect.any(String) } },
    });
    expect(await seen(world, "fix.started")).toHaveLength(1);
  });

  it("is kept in the best state it came to", async () => {
    const state = (name: string, faults: number) => [
      write("src/List.tsx", `export const ${name} = ${faults};\n`),
      ...(FINISH as { calls: [] }).calls,
    ];
    const turns: ScriptedTurn[] = [{ calls: state("a", 3) }, { calls: state("b", 1) }, { calls: state("c", 2) }, { calls: state("d", 4) }];
    const faults = (files: FileMap) => {
      const [, name, count] = /const (\w) = (\d)/.exec(files["src/List.tsx"] ?? "") ?? [];
      return Array.from({ length: Number(count ?? 0) }, (_, index) => finding(`${name}${index}`));
    };
    const world = await jobWorld(scriptedModel(turns), { broken: faults });
    const message = await world.say("A list");
    await runJob(world.deps, message);
    expect(endOf(await world.events())).toMatchObject({
      type: "job.failed",
      data: { error: { code: "checks_failed" }, findings: [{ message: "b0" }] },
    });
    const draft = await world.versions();
    const files = await world.store.load(world.project.id, at(draft, 0).number);
    expect(files.ok && files.value["src/List.tsx"]).toContain("const b = 1");
  });

  it("goes on from its draft when a person presses continue", async () => {
    const turns = (turn: number): ScriptedTurn => LIST_APP[turn] ?? { error: { code: 500, message: "down" }, after: "" };
    const world = await jobWorld(scriptedModel(turns), { broken });
    await world.live();
    const message = await world.say("A list");
    await runJob(world.deps, message);
    expect(endOf(await world.events()).type).toBe("job.failed");
    const job = must(await world.jobs.get(message.jobId));
    const project = must(await world.projects.find(world.project.id));
    const again = await retryJob(world, { project, job, model: "test:scripted", keep: true, origin: world.origin });
    if (!again.ok) throw new Error(again.error.message);
    await world.stream.enqueue(again.value.outbox.enqueue);
    const repairer = scriptedModel([{ calls: [write("src/List.tsx", "export const List = () => 5;\n")] }, FINISH]);
    const models = async () => {
      const open = await world.deps.models();
      return open.ok ? ok(open.value.map(({ info }) => ({ info, model: repairer }))) : open;
    };
    expect(await runJob({ ...world.deps, models }, { ...message, jobId: again.value.jobId })).toBe("finished");
    expect(JSON.stringify(repairer.prompts[0])).toContain("Go on from where it is and finish it");
    expect(world.current.at(-1)?.files).toMatchObject({
      "src/App.tsx": expect.stringContaining("<List />"),
      "src/List.tsx": "export const List = () => 5;\n",
    });
  });
});
