/** The edge provider: what any provider must do, and what it keeps of a version. */
import { r2Builds } from "@edgewright/adapters";
import { pack, serverBuild } from "@edgewright/app-build";
import type { FileMap } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { createProject, saveVersion } from "@edgewright/projects";
import { testWorld } from "@edgewright/testing";
import { memoryBucket } from "@edgewright/testing/memory-bucket";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { changeVariables } from "../../variables/change-variables.ts";
import { openOfBuild } from "../../variables/open-variables.ts";
import { edgeProvider } from "./edge.ts";

const FILES: FileMap = {
  "app.json": '{ "name": "Tasks" }',
  "src/main.tsx": 'import { title } from "./title.ts";\ndocument.title = title;\n',
  "src/title.ts": 'export const title = "Tasks";\n',
  "src/styles.css": "body { color: teal }\n",
  "public/logo.svg": "<svg/>",
  "server/index.ts": 'export default { fetch: () => new Response("hello") };\n',
};

const SEAL_KEY = "a key that seals";

async function edgeWorld(files = FILES) {
  const world = await testWorld();
  const made = await createProject(
    { ...world, uniqueSuffix: () => "x" },
    { organizationId: world.organizationId, origin: world.origin, name: "Tasks" },
  );
  const project = must(made.ok ? made.value : null);
  const author = { kind: "person" as const, id: world.origin.id, name: "Ada" };
  const saved = await saveVersion(world, {
    projectId: project.id,
    parent: null,
    files,
    author,
    message: "m",
    checked: { ok: true, findings: [] },
  });
  expect(saved.ok).toBe(true);
  const bucket = memoryBucket();
  const builds = r2Builds(bucket);
  let built = 0;
  const workspace = {
    page: async () => {
      built++;
      return ok((await pack(files, null, { version: 1 })).page);
    },
    server: async () => ok((await serverBuild(files)).build),
  };
  const asked: string[] = [];
  const provider = edgeProvider({
    ...world,
    builds,
    sealKey: SEAL_KEY,
    workspace: () => workspace,
    origin: "https://apps.example",
    ask: async ({ buildOf }) => {
      asked.push(buildOf);
      return buildOf === "dep_broken" ? "Its server code does not load." : null;
    },
  });
  const release = (deploymentId: string, buildOf = deploymentId) => ({
    ...{ deploymentId, buildOf, version: 1 },
    project: { id: project.id, organizationId: world.organizationId, slug: "tasks", name: "Tasks" },
  });
  return { world, provider, release, builds, bucket, project, asked, builtTimes: () => built };
}

test("a step that is done twice makes nothing twice", async () => {
  const { provider, release, bucket, builtTimes } = await edgeWorld();
  const run = async () => {
    for (const step of [provider.build, provider.place, provider.check, provider.activate])
      expect((await step(release("dep_1"))).ok).toBe(true);
  };
  await run();
  const [kept, times] = [[...bucket.kept.keys()].sort(), builtTimes()];
  await run();
  expect([...bucket.kept.keys()].sort()).toEqual(kept);
  expect(builtTimes()).toBe(times);
});

test("what is kept is the page's script and sheet, its files and its server code", async () => {
  const { provider, release, builds, project } = await edgeWorld();
  await provider.build(release("dep_1"));
  const build = must(await builds.get(project.id, "dep_1"));
  expect(Object.keys(build.files)).toEqual(["/logo.svg"]);
  expect(build.server?.code).toContain("hello");
  const script = must(await builds.asset(project.id, build.page.script));
  expect(script.type).toContain("javascript");
  expect(build.page.sources.map(({ file }) => file)).toEqual(["src/title.ts", "src/main.tsx"]);
});

test("the same content has the same name in another deployment, and one that is withdrawn takes nothing of others", async () => {
  const { provider, release, builds, project } = await edgeWorld();
  await provider.build(release("dep_1"));
  await provider.build(release("dep_2"));
  const [one, two] = [must(await builds.get(project.id, "dep_1")), must(await builds.get(project.id, "dep_2"))];
  expect(two.page).toEqual(one.page);
  await provider.withdraw(release("dep_2"));
  expect(await builds.get(project.id, "dep_2")).toBeNull();
  expect(await builds.asset(project.id, one.page.script)).not.toBeNull();
});

test("going back builds nothing, and of a build that is gone says so", async () => {
  const { provider, release, builds, project, builtTimes } = await edgeWorld();
  await provider.build(release("dep_1"));
  const times = builtTimes();
  expect((await provider.build(release("dep_2", "dep_1"))).ok).toBe(true);
  expect(builtTimes()).toBe(times);
  await provider.withdraw(release("dep_2", "dep_1"));
  expect(await builds.get(project.id, "dep_1")).not.toBeNull();
  expect(await provider.build(release("dep_3", "dep_0"))).toMatchObject({ ok: false, error: { code: "gone" } });
});

test("what does not answer as it should is not well, and a version that does not build is not kept", async () => {
  const { provider, release } = await edgeWorld();
  expect(await provider.check(release("dep_broken"))).toMatchObject({ ok: false, error: { code: "boot_failed" } });
  const broken = await edgeWorld({ ...FILES, "src/main.tsx": 'import "./none.ts";\n' });
  expect(await broken.provider.build(broken.release("dep_1"))).toMatchObject({ ok: false, error: { code: "checks_failed" } });
  expect(broken.bucket.kept.size).toBe(0);
});

test("a project's builds go for good together", async () => {
  const { provider, release, builds, bucket, project } = await edgeWorld();
  await provider.build(release("dep_1"));
  await builds.erase(project.id);
  expect(bucket.kept.size).toBe(0);
});

test("a build keeps production's variables, sealed; lacks of them and secrets in the page's code are told before anything is kept", async () => {
  const needs = '{ "name": "Tasks", "env": [{ "name": "MAIL_KEY" }, { "name": "GREETING", "required": false }] }';
  const lacking = await edgeWorld({ ...FILES, "app.json": needs });
  expect(await lacking.provider.build(lacking.release("dep_1"))).toMatchObject({
    error: { message: expect.stringContaining("MAIL_KEY.") },
  });
  const set = async ({ world, project }: typeof lacking, value: string) =>
    changeVariables(
      { ...world, sealKey: SEAL_KEY },
      project,
      "production",
      { set: [{ name: "MAIL_KEY", value, secret: true }], remove: [] },
      world.origin,
    );
  await set(lacking, "sk-of-mail-123");
  expect((await lacking.provider.build(lacking.release("dep_1"))).ok).toBe(true);
  const { variables } = must(await lacking.builds.get(lacking.project.id, "dep_1"));
  expect(variables).not.toContain("sk-of-mail-123");
  const opened = await openOfBuild(variables, SEAL_KEY, lacking.project.id, "dep_1");
  expect(opened).toEqual({ ok: true, value: { MAIL_KEY: { value: "sk-of-mail-123", secret: true } } });
  expect((await openOfBuild(variables, SEAL_KEY, lacking.project.id, "dep_2")).ok).toBe(false);
  for (const file of ["src/title.ts", "public/keys.txt"]) {
    const leaking = await edgeWorld({ ...FILES, [file]: 'export const title = "sk-of-mail-123";' });
    await set(leaking, "sk-of-mail-123");
    const refused = await leaking.provider.build(leaking.release("dep_1"));
    expect(refused).toMatchObject({ error: { code: "checks_failed", message: expect.stringMatching(`^${file} holds`) } });
    expect(JSON.stringify(refused)).not.toContain("sk-of-mail");
    expect(leaking.bucket.kept.size).toBe(0);
  }
});
