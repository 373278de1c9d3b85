/** Versions over HTTP: history, files, diffs, saves, conflicts, restores, archives. */

import type { FileList, SavedVersion, VersionDiff, VersionPage } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

const broken = (files: Record<string, string>) =>
  (files["src/App.tsx"] ?? "").includes("BROKEN")
    ? [{ kind: "types" as const, severity: "error" as const, file: "src/App.tsx", line: 1, column: 1, message: "No", code: "TS1" }]
    : [];

const open = async (files?: Record<string, string>) => {
  const world = await apiWorld({ broken: broken as never });
  const ada = await world.signUp("Ada");
  const project = await projectWithVersion(world, ada, files);
  const path = `/api/projects/${project.id}/versions`;
  const save = async (parent: number, changes: object[], message?: string) =>
    (await (await ada.call("POST", path, { parent, changes, message })).json()) as SavedVersion;
  const get = async <T>(rest: string) => (await (await ada.call("GET", path + rest)).json()) as T;
  return { world, ada, project, path, save, get };
};

test("a save becomes the current version and previews follow", async () => {
  const { world, project, save, get } = await open();
  const saved = await save(1, [{ path: "src/App.tsx", text: "two\n" }]);
  expect(saved).toMatchObject({
    outcome: "saved",
    current: true,
    merged: false,
    head: 2,
    version: { number: 2, parent: 1, isCurrent: true },
  });
  expect(world.current).toEqual([{ projectId: project.id, version: 2, files: { "src/App.tsx": "two\n" } }]);
  const history = await get<VersionPage>("");
  expect(history.items.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
    [2, true],
    [1, false],
  ]);
  const page = await get<VersionPage>("?limit=1");
  expect(page.cursor).toBe("2");
  expect((await get<VersionPage>(`?limit=1&cursor=${page.cursor}`)).items.map(({ number }) => number)).toEqual([1]);
});

test("a save that does not hold is kept as a draft; what works stays current", async () => {
  const { world, ada, project, save } = await open();
  const saved = await save(1, [{ path: "src/App.tsx", text: "BROKEN\n" }]);
  expect(saved).toMatchObject({ outcome: "saved", current: false, version: { status: "draft", isCurrent: false } });
  expect(saved.findings).toHaveLength(1);
  expect(world.current).toEqual([]);
  expect(await (await ada.call("GET", `/api/projects/${project.id}`)).json()).toMatchObject({ currentVersion: 1 });
});

test("edits on an older version are merged, or shown as a conflict with 200", async () => {
  const { ada, path, save } = await open({ "src/App.tsx": "a\nb\nc\nd\ne\n" });
  await save(1, [{ path: "src/App.tsx", text: "A\nb\nc\nd\ne\n" }]);
  expect(await save(1, [{ path: "src/App.tsx", text: "a\nb\nc\nd\nE\n" }])).toMatchObject({
    outcome: "saved",
    merged: true,
    current: true,
  });
  const response = await ada.call("POST", path, { parent: 1, changes: [{ path: "src/App.tsx", text: "X\nb\nc\nd\ne\n" }] });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ outcome: "conflict", version: null, head: 3, conflicts: [{ path: "src/App.tsx" }] });
});

test("files are listed and read, and a version is compared with another", async () => {
  const { ada, path, save, get } = await open({ "src/App.tsx": "one\n", "src/pages/Home page.tsx": "home\n" });
  await save(1, [{ path: "src/App.tsx", text: "two\n" }]);
  const list = await get<FileList>("/2/files");
  expect(list.files.map((file) => Object.keys(file).sort().join())).toEqual(["mode,path,sha256,size", "mode,path,sha256,size"]);
  expect(await get("/1/files/src/App.tsx")).toMatchObject({ path: "src/App.tsx", text: "one\n", size: 4 });
  expect(await get("/2/files/src/pages/Home%20page.tsx")).toMatchObject({ text: "home\n" });
  const diff = await get<VersionDiff>("/1/diff/2");
  expect(diff).toMatchObject({ from: 1, to: 2, files: [{ path: "src/App.tsx", status: "changed", added: 1, removed: 1 }] });
  for (const [rest, status] of [
    ["/9", 404],
    ["/9/files", 404],
    ["/1/files/none.ts", 404],
    ["/1/files/..%2f..%2fetc", 422],
    ["/1/diff/9", 404],
    ["/zero", 400],
    ["/0", 400],
  ] as const) {
    expect([rest, (await ada.call("GET", path + rest)).status]).toEqual([rest, status]);
  }
});

test("a binary file is not given as text, and is in the archive", async () => {
  const { world, ada, project, path } = await open();
  const binary = new Uint8Array([0x89, 0, 1]);
  const written = await world.store.write({ "logo.png": binary, "src/App.tsx": "one\n" });
  const [before] = await world.versions.list(project.id, { limit: 1, before: null });
  const version = { ...must(before), id: "ver_2", number: 2, parent: 1, fileCount: 2, treeHash: written.treeHash };
  const audit = must(await world.database.query.auditLog.findFirst());
  await world.versions.commit({ version, files: written.files, audit: { ...audit, id: "aud_2" }, guard: null });
  expect((await ada.call("GET", `${path}/2/files/logo.png`)).status).toBe(415);
  const archive = await ada.call("GET", `${path}/2/archive`);
  expect(archive.headers.get("content-disposition")).toBe('attachment; filename="tasks-v2.zip"');
  const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
  expect(files["tasks/logo.png"]).toEqual(binary);
});

test("the archive holds what makes the app run by itself, and what the app has of it stays", async () => {
  const packageJson = JSON.stringify({
    name: "tasks",
    scripts: { build: "mine" },
    dependencies: { react: "^19.0.0", "@edgewright/app-kit": "*" },
  });
  const { ada, path } = await open({ "src/App.tsx": "one\n", "README.md": "Ours\n", "package.json": packageJson });
  const archive = await ada.call("GET", `${path}/1/archive`);
  const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
  const text = (name: string) => strFromU8(must(files[`tasks/${name}`]));
  expect(text("README.md")).toBe("Ours\n");
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["tasks/Dockerfile", "tasks/vendor/app-kit/index.d.ts", "tasks/vendor/app-server/main.js"]),
  );
  expect(JSON.parse(text("package.json"))).toMatchObject({
    name: "tasks",
    scripts: { build: "mine", dev: "edgewright-app dev" },
    dependencies: { react: "^19.0.0", "@edgewright/app-kit": "file:vendor/app-kit", "@edgewright/app-server": "file:vendor/app-server" },
  });
  // Whoever looks at the version sees it as it is.
  expect(await (await ada.call("GET", `${path}/1/files/package.json`)).json()).toMatchObject({ text: packageJson });
});

test("restoring makes an old version new", async () => {
  const { world, ada, path, save } = await open();
  await save(1, [{ path: "src/App.tsx", text: "two\n" }]);
  const restored = await (await ada.call("POST", `${path}/1/restore`)).json();
  expect(restored).toMatchObject({ outcome: "saved", current: true, version: { number: 3, restoredFrom: 1, parent: 2 } });
  expect(world.current.at(-1)).toMatchObject({ version: 3, files: { "src/App.tsx": "one\n" } });
  expect((await ada.call("POST", `${path}/9/restore`)).status).toBe(404);
});

test("paths that leave the app are refused", async () => {
  const { ada, path } = await open();
  for (const bad of ["../../etc/passwd", "/etc/passwd", "node_modules/x.js", "a\\b"]) {
    const response = await ada.call("POST", path, { parent: 1, changes: [{ path: bad, text: "x" }] });
    expect([bad, response.status]).toEqual([bad, 422]);
    expect(await response.json()).toMatchObject({ code: "path_refused" });
  }
});
