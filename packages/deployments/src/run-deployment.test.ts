/** A deployment comes to exactly one end, whatever dies on the way and however often its message comes. */
import { fail } from "@edgewright/core";
import { deploymentWorld } from "@edgewright/testing/deployment-world";
import { must } from "@edgewright/testing/must";
import { describe, expect, it, test, vi } from "vitest";
import { cancelDeployment, removeDeployment } from "./request.ts";
import { LEASE_MS, runDeployment } from "./run-deployment.ts";

const dies = async () => {
  throw new Error("the consumer was killed");
};
const STEPS = ["build", "change", "place", "check", "activate"];

test("a version goes live step by step, and takes the place of the one before", async () => {
  const world = await deploymentWorld();
  expect(await world.run(await world.publish(1))).toBe("live");
  expect(world.told).toEqual(STEPS.map((step) => `${step} v1`));
  expect(await world.run(await world.publish(2))).toBe("live");
  expect(await world.statuses()).toEqual(["v2 live", "v1 superseded"]);
  expect(await world.live()).toBe(2);
  expect(await world.lines()).toEqual(["deployment.created", "deployment.finished live", "deployment.created", "deployment.finished live"]);
});

test("its log says each step", async () => {
  const world = await deploymentWorld();
  const id = await world.publish(1);
  await world.run(id);
  const says = (await world.deployments.log(id)).map((line) => line.says);
  expect(says).toHaveLength(5);
  expect(says.at(-1)).toBe("Live at https://tasks.apps.example");
});

describe.each(STEPS)("a consumer that dies at %s", (step) => {
  it("is followed by one that ends the same deployment", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const world = await deploymentWorld();
    const id = await world.publish(1);
    world.faults[step] = dies;
    await expect(world.run(id)).rejects.toThrow("killed");
    delete world.faults[step];
    expect(await world.run(id)).toBe("live");
    expect(await world.statuses()).toEqual(["v1 live"]);
    expect((await world.lines()).filter((line) => line.includes("finished"))).toEqual(["deployment.finished live"]);
    // What was done before it died is not done again.
    const before = STEPS.slice(0, Math.min(STEPS.indexOf(step), 3));
    for (const done of before) expect(world.told.filter((told) => told.startsWith(done))).toHaveLength(1);
  });

  it("without a word holds the deployment for as long as its hold lasts, and not longer", async () => {
    const world = await deploymentWorld();
    const id = await world.publish(1);
    // Killed from outside: nothing of it runs any more.
    world.faults[step] = () => new Promise(() => undefined);
    void world.run(id);
    await vi.waitUntil(() => world.told.some((told) => told.startsWith(step)));
    delete world.faults[step];
    expect(await world.run(id)).toBe("dropped");
    world.clock.advance(LEASE_MS + 1);
    expect(await world.deployments.abandoned({ createdAt: world.clock.now(), now: world.clock.now() }, 10)).toEqual([id]);
    expect(await world.run(id)).toBe("live");
  });
});

test("a message that comes twice at once makes one deployment", async () => {
  const world = await deploymentWorld();
  const id = await world.publish(1);
  expect((await Promise.all([world.run(id), world.run(id), world.run(id)])).sort()).toEqual(["dropped", "dropped", "live"]);
  expect(await world.run(id)).toBe("dropped");
  expect(world.told).toHaveLength(STEPS.length);
});

test("a consumer that was taken for dead changes nothing once it wakes up", async () => {
  const world = await deploymentWorld();
  const id = await world.publish(1);
  let wake = () => {};
  world.faults.check = () => new Promise<void>((resolve) => (wake = resolve));
  const slow = world.run(id);
  await vi.waitUntil(() => world.told.some((told) => told.startsWith("check")));
  delete world.faults.check;
  world.clock.advance(LEASE_MS + 1);
  expect(await world.run(id)).toBe("live");
  wake();
  expect(await slow).toBe("lost");
  expect((await world.lines()).filter((line) => line.includes("finished"))).toHaveLength(1);
  expect(world.told.filter((told) => told.startsWith("withdraw"))).toEqual([]);
});

describe.each(["build", "change", "place", "check"])("a failure at %s", (step) => {
  it("leaves live what was, with its tables, and nothing of the new one", async () => {
    const world = await deploymentWorld();
    await world.run(await world.publish(1));
    world.faults[step] = async () => fail("boot_failed", "It does not answer.", { next: "Repair it." });
    const id = await world.publish(2);
    expect(await world.run(id)).toBe("failed");
    expect(await world.live()).toBe(1);
    expect(world.told.slice(-2)).toEqual(["restore v1", "withdraw v2"]);
    expect(await world.statuses()).toEqual(["v2 failed", "v1 live"]);
    expect((await world.deployments.get(id))?.error?.message).toBe("It does not answer.");
    expect((await world.deployments.log(id)).at(-1)?.says).toBe("It does not answer. Repair it.");
  });
});

test("what fails while it is undone is undone by the next consumer", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const world = await deploymentWorld();
  await world.run(await world.publish(1));
  world.faults.check = async () => fail("boot_failed", "It does not answer.");
  world.faults.restore = dies;
  const id = await world.publish(2);
  await expect(world.run(id)).rejects.toThrow();
  delete world.faults.restore;
  expect(await world.run(id)).toBe("failed");
  expect(await world.live()).toBe(1);
});

describe("a stop", () => {
  const stopAt = async (step: string) => {
    const world = await deploymentWorld();
    await world.run(await world.publish(1));
    const id = await world.publish(2);
    const stop = async () => {
      const done = await cancelDeployment(world, world.project, must(await world.deployments.get(id)), world.origin);
      expect(done.ok).toBe(true);
    };
    if (step === "queued") await stop();
    else world.faults[step] = stop;
    return { world, id };
  };

  it.each(["queued", ...STEPS])("that comes at %s ends it, and what was live stays so", async (step) => {
    const { world, id } = await stopAt(step);
    expect(await world.run(id)).toBe("cancelled");
    expect(await world.live()).toBe(1);
    expect(await world.statuses()).toEqual(["v2 cancelled", "v1 live"]);
    expect(world.told.slice(-2)).toEqual(["restore v1", "withdraw v2"]);
  });

  it("of one that has ended is refused", async () => {
    const world = await deploymentWorld();
    const id = await world.publish(1);
    await world.run(id);
    const stopped = await cancelDeployment(world, world.project, must(await world.deployments.get(id)), world.origin);
    expect(stopped).toMatchObject({ ok: false, error: { code: "conflict" } });
  });
});

test("two at once: the second is refused while the first is under way", async () => {
  const world = await deploymentWorld();
  const [one, two] = await Promise.all([world.request(1), world.request(2)]);
  expect([one.ok, two.ok].sort()).toEqual([false, true]);
  expect(one.ok ? two : one).toMatchObject({ error: { code: "conflict", retry: true } });
});

test("going back shows what was built then, and builds nothing", async () => {
  const world = await deploymentWorld();
  const first = await world.publish(1);
  await world.run(first);
  await world.run(await world.publish(2));
  const back = await world.backTo(first);
  const { id, buildOf } = must(back.ok ? back.value : null);
  expect(buildOf).toBe(first);
  expect(await world.run(id)).toBe("live");
  expect(await world.live()).toBe(1);
  expect(await world.statuses()).toEqual(["v1 live", "v2 superseded", "v1 superseded"]);
});

test("one that was removed cannot be gone back to, and one that is live cannot be removed", async () => {
  const world = await deploymentWorld();
  const first = await world.publish(1);
  await world.run(first);
  const remove = async () => removeDeployment(world, world.project, must(await world.deployments.get(first)), world.origin);
  expect((await remove()).ok).toBe(false);
  await world.run(await world.publish(2));
  expect((await remove()).ok).toBe(true);
  expect(await world.backTo(first)).toMatchObject({ ok: false, error: { code: "conflict" } });
});

test("a project that was deleted meanwhile is not published", async () => {
  const world = await deploymentWorld();
  const id = await world.publish(1);
  await world.binding.exec(`update projects set deleted_at = 1 where id = '${world.project.id}'`);
  expect(await runDeployment(world.deps, { kind: "deploy", deploymentId: id })).toBe("failed");
  expect(await world.live()).toBeNull();
});
