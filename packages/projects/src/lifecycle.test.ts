/** Changes of a project that know nothing of each other: each was decided by what the project was before the other. */

import { testWorld } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { createProject } from "./create.ts";
import { confirmHosts, updateProject } from "./lifecycle.ts";
import { saveVersion } from "./save-version.ts";

async function setUp() {
  const world = await testWorld();
  const made = await createProject(
    { ...world, uniqueSuffix: () => "1" },
    { organizationId: world.organizationId, origin: world.origin, name: "Fleet" },
  );
  if (!made.ok) throw new Error(made.error.message);
  const before = made.value;
  return { world, before, now: async () => must(await world.projects.find(before.id)) };
}

test("a change of settings and a confirmation of hosts both hold, whichever is written last", async () => {
  const { world, before, now } = await setUp();
  await confirmHosts(world, before, { connect: ["api.example.com"] }, world.origin);
  await updateProject(world, before, { settings: { fixRounds: 1 } }, world.origin);
  await confirmHosts(world, before, { image: ["*"] }, world.origin);
  await updateProject(world, before, { settings: { autoFix: true } }, world.origin);
  expect(await now()).toMatchObject({ confirmedHosts: { image: ["*"] }, settings: { fixRounds: 1, autoFix: true } });
  expect((await now()).confirmedHosts).toEqual({ image: ["*"] });
});

test("only what is named changes: another's name, address and settings stay", async () => {
  const { world, before, now } = await setUp();
  await updateProject(world, before, { name: "Lorries" }, world.origin);
  await updateProject(world, before, { slug: "lorries" }, world.origin);
  await updateProject(world, before, { settings: { model: "a:b", jobBudget: 2 } }, world.origin);
  await updateProject(world, before, { settings: { planApproval: "ask", jobBudget: null } }, world.origin);
  expect(await now()).toMatchObject({
    name: "Lorries",
    slug: "lorries",
    settings: { model: "a:b", jobBudget: null, planApproval: "ask" },
  });
});

test("what is written along with a version goes into the settings of that moment", async () => {
  const { world, before, now } = await setUp();
  await updateProject(world, before, { settings: { fixRounds: 7 } }, world.origin);
  await saveVersion(world, {
    projectId: before.id,
    parent: null,
    files: { "src/main.tsx": "" },
    author: { kind: "person", id: world.origin.id, name: "Ada" },
    message: "Start",
    checked: { ok: true, findings: [] },
    along: { change: { name: "Lorries", settings: { autoFixBudget: 3 } }, audit: [] },
  });
  expect(await now()).toMatchObject({ name: "Lorries", settings: { fixRounds: 7, autoFixBudget: 3 } });
});
