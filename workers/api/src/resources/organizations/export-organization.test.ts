/** An organization taken away as a zip. */

import { type ZippedFile, zipStream } from "@edgewright/storage";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

/** Each sees their own rows alone. */
const OWN = { read: "owner", create: "member", update: "owner", delete: "owner" } as const;

test("holds members, projects with their files, everybody's rows and conversations, and the log; of nobody else", async () => {
  const world = await apiWorld();
  const [ada, bob, eve] = [await world.person("Ada"), await world.person("Bob"), await world.person("Eve")];
  await world.join(bob, ada.organizationId, "viewer");
  const project = await projectWithVersion(world, ada, { "src/App.tsx": "one\n", "data/schema.json": "{}" });
  const columns = [{ name: "title", label: "Title", type: "text" as const }];
  await world.storeOf(project.id).setSchema("current", { tables: [{ name: "tasks", label: "Tasks", columns, policy: OWN }] });
  for (const by of [ada, bob]) {
    const origin = { organizationId: ada.organizationId, projectId: project.id, way: "app" as const };
    const actor = { kind: "member" as const, userId: by.id, may: "write" as const };
    await world.storeOf(project.id).create({ channel: "current", actor, origin }, "tasks", { title: `Of ${by.id}` });
  }
  await ada.call("POST", `/api/projects/${project.id}/sessions`, { text: "A list, please" });
  const others = await projectWithVersion(world, eve, { "secret.ts": "Zanzibar" });
  const response = await ada.call("GET", `/api/orgs/${ada.organizationId}/export`);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="personal-\w+-2026-01-05\.zip"$/);
  const files = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer()))).map(
    ([path, bytes]) => [path, strFromU8(bytes)] as const,
  );
  const folder = `projects/${project.slug}`;
  expect(files.map(([path]) => path).sort()).toEqual([
    "audit.jsonl",
    "members.jsonl",
    "organization.json",
    `${folder}/files/data/schema.json`,
    `${folder}/files/src/App.tsx`,
    `${folder}/messages.jsonl`,
    `${folder}/project.json`,
    `${folder}/rows/tasks.jsonl`,
  ]);
  const text = Object.fromEntries(files);
  const rows = (path: string) =>
    must(text[path])
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(text[`${folder}/files/src/App.tsx`]).toBe("one\n");
  expect(JSON.parse(must(text["organization.json"]))).toMatchObject({ id: ada.organizationId, deletedAt: null });
  expect(rows("members.jsonl")).toMatchObject([
    { name: "Ada", role: "admin" },
    { name: "Bob", role: "viewer" },
  ]);
  expect(rows(`${folder}/messages.jsonl`)).toMatchObject([{ role: "user", text: "A list, please", authorId: ada.id }]);
  expect(rows(`${folder}/rows/tasks.jsonl`).map(({ title, createdBy }) => [title, createdBy])).toEqual([
    [`Of ${ada.id}`, ada.id],
    [`Of ${bob.id}`, bob.id],
  ]);
  expect(rows("audit.jsonl").map(({ action }) => action)).toEqual(
    expect.arrayContaining(["organization.created", "project.created", "message.sent", "organization.exported"]),
  );
  expect(JSON.stringify(text)).not.toContain("Zanzibar");
  expect(JSON.stringify(text)).not.toContain(others.id);
});

test("is made only as fast as it is taken", async () => {
  let made = 0;
  async function* files(): AsyncGenerator<ZippedFile> {
    for (; made < 100; made++) yield { path: `${made}.bin`, pieces: [crypto.getRandomValues(new Uint8Array(60_000))] };
  }
  const reader = zipStream(files()).getReader();
  let bytes = 0;
  while (bytes < 300_000) bytes += must((await reader.read()).value).length;
  expect(made).toBeLessThan(10);
  await reader.cancel();
  expect(made).toBeLessThan(10);
});

test("of a deleted organization can still be had", async () => {
  const world = await apiWorld();
  const ada = await world.person("Ada");
  const { id } = (await (await ada.call("POST", "/api/orgs", { name: "Acme" })).json()) as { id: string };
  await ada.call("DELETE", `/api/orgs/${id}`, { name: "Acme" });
  const response = await ada.call("GET", `/api/orgs/${id}/export`);
  expect(Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))).toEqual([
    "organization.json",
    "members.jsonl",
    "audit.jsonl",
  ]);
});
