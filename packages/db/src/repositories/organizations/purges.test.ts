/** Organizations whose grace is over: what goes, and what others still need. */
import { purgeOrganizations } from "@edgewright/accounts";
import { newId } from "@edgewright/core";
import { createProject, saveVersion } from "@edgewright/projects";
import { testWorld } from "@edgewright/testing";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { schema } from "../../database.ts";

const DAY = 24 * 3600 * 1000;

async function purgeWorld() {
  const world = await testWorld();
  const other = newId("org");
  await world.database.insert(schema.organizations).values({ id: other, name: "Other", slug: "other", createdAt: new Date() });
  const erased: { id: string; sessions: string[] }[] = [];
  const deps = {
    ...world,
    eraseObjects: async (project: { id: string; sessions: string[] }) => void erased.push(project),
    removeBlob: async (sha256: string) => void world.blobs.kept.delete(sha256),
  };
  const project = async (organizationId: string, files: Record<string, string>) => {
    const made = await createProject(
      { ...world, uniqueSuffix: () => newId("key") },
      { organizationId, origin: world.origin, name: "Tasks" },
    );
    if (!made.ok) throw new Error(made.error.message);
    const author = { kind: "person" as const, id: world.origin.id, name: "Ada" };
    await saveVersion(world, {
      projectId: made.value.id,
      parent: null,
      files,
      author,
      message: "Start",
      checked: { ok: true, findings: [] },
    });
    return made.value.id;
  };
  const remove = () =>
    world.database
      .update(schema.organizations)
      .set({ deletedAt: world.clock.now() })
      .where(eq(schema.organizations.id, world.organizationId));
  const texts = () => [...world.blobs.kept.values()].map((bytes) => new TextDecoder().decode(bytes)).sort();
  return { world, other, deps, erased, project, remove, texts };
}

test("after 30 days, and not before, rows, objects and contents go; what another organization has too stays", async () => {
  const { world, other, deps, erased, project, remove, texts } = await purgeWorld();
  const mine = await project(world.organizationId, { "a.ts": "shared", "b.ts": "mine" });
  const theirs = await project(other, { "a.ts": "shared", "c.ts": "theirs" });
  await world.database.insert(schema.chatSessions).values({ id: "ses_1", projectId: mine, createdBy: world.origin.id, createdAt: 0 });
  await remove();
  world.clock.advance(30 * DAY - 1);
  expect(await purgeOrganizations(deps)).toBe(0);
  expect(texts()).toEqual(["mine", "shared", "theirs"]);
  world.clock.advance(1);
  expect(await purgeOrganizations(deps)).toBe(1);
  expect(texts()).toEqual(["shared", "theirs"]);
  expect(erased).toEqual([{ id: mine, sessions: ["ses_1"] }]);
  expect((await world.database.query.organizations.findMany()).map(({ id }) => id)).toEqual([other]);
  expect((await world.database.query.projects.findMany()).map(({ id }) => id)).toEqual([theirs]);
  expect(await world.database.query.chatSessions.findMany()).toEqual([]);
  expect((await world.database.query.auditLog.findMany()).filter(({ scope }) => scope !== other)).toEqual([]);
  expect(await purgeOrganizations(deps)).toBe(0);
});

test("what two projects of it share goes with the last of them; what was cut short is taken up again", async () => {
  const { world, deps, project, remove, texts } = await purgeWorld();
  for (let index = 0; index < 12; index++) await project(world.organizationId, { "a.ts": "shared", "b.ts": `own ${index}` });
  await remove();
  world.clock.advance(31 * DAY);
  let calls = 0;
  const failing = async () => {
    if (++calls === 3) throw new Error("the object is being moved");
  };
  await expect(purgeOrganizations({ ...deps, eraseObjects: failing })).rejects.toThrow();
  expect(await world.database.query.projects.findMany()).toHaveLength(10);
  expect(await purgeOrganizations(deps)).toBe(0);
  expect(await purgeOrganizations(deps)).toBe(1);
  expect(texts()).toEqual([]);
});

test("one that was brought back is left alone", async () => {
  const { world, deps, project, remove } = await purgeWorld();
  await project(world.organizationId, { "a.ts": "mine" });
  await remove();
  await world.database.update(schema.organizations).set({ deletedAt: null });
  world.clock.advance(90 * DAY);
  expect(await purgeOrganizations(deps)).toBe(0);
  expect(await world.database.query.projects.findMany()).toHaveLength(1);
});
