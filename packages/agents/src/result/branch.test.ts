/** Work on a branch: its versions follow one another there, and what is live stays as it is. */
import { at } from "@edgewright/core";
import { type ScriptedTurn, scriptedModel } from "@edgewright/testing";
import { endOf, jobWorld, LIST_APP } from "@edgewright/testing/job-world";
import { expect, test } from "vitest";
import { runJob } from "../run/run-job.ts";

const TOTALS: ScriptedTurn[] = [
  { calls: [{ tool: "write_file", input: { path: "src/totals.ts", text: "export const total = 1;\n" } }] },
  { calls: [{ tool: "finish", input: { summary: "There are totals." } }] },
];

test("a job on a branch makes a version that does not go live, and the next one goes on from it", async () => {
  // The second job is told what the first one said, which is a turn as well.
  const scripts = [LIST_APP, [at(LIST_APP, 0), ...TOTALS]];
  let script = LIST_APP;
  const world = await jobWorld(scriptedModel((turn) => at(script, turn)));
  await world.live();
  const branch = {
    ...{ id: "brn_1", projectId: world.project.id, name: "edgewright/list", title: "List", base: 1, tip: null, headSha: null },
    ...{ headVersion: null, wanted: true, pull: null, says: null, createdBy: world.origin.id, createdAt: 0 },
  };
  await world.github.insertBranch(branch);
  for (const number of [2, 3]) {
    script = at(scripts, number - 2);
    expect(await runJob(world.deps, await world.say("A list, please", "queue", "brn_1"))).toBe("finished");
    expect(endOf(await world.events())).toMatchObject({ type: "job.done", data: { version: number } });
    await world.github.updateBranch("brn_1", { tip: number });
  }
  expect((await world.versions()).map(({ number, parent, status }) => [number, parent, status])).toEqual([
    [3, 2, "draft"],
    [2, 1, "draft"],
    [1, null, "ok"],
  ]);
  expect([await world.currentVersion(), world.current]).toEqual([1, []]);
});
