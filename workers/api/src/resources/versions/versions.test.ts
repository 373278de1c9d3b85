/** Versions over HTTP: history, files, diffs, saves, conflicts, restores, archives. */

import { type FileList, LIMITS, type SavedVersion, type VersionDiff, type VersionPage } from "@edgewright/contracts";
import { pointerTo, toBase64 } from "@edgewright/core";
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

test("a picture is uploaded, had byte for byte, in the archive, kept by other saves and brought back with its version", async () => {
  const { ada, path, save, get } = await open();
  const picture = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) % 256);
  const base64 = toBase64(picture);
  const unpacked = async (version: number) => {
    const archive = await ada.call("GET", `${path}/${version}/archive`);
    expect(archive.headers.get("content-disposition")).toBe(`attachment; filename="tasks-v${version}.zip"`);
    return unzipSync(new Uint8Array(await archive.arrayBuffer()))["tasks/public/logo.png"];
  };
  expect(await save(1, [{ path: "public/logo.png", base64 }])).toMatchObject({ outcome: "saved", version: { number: 2, fileCount: 2 } });
  expect(await get("/2/files/public/logo.png")).toMatchObject({ size: 3000, text: null, base64 });
  expect(await unpacked(2)).toEqual(picture);
  await save(2, [{ path: "src/App.tsx", text: "two\n" }]);
  expect(await unpacked(3)).toEqual(picture);
  expect(await get("/1/diff/3")).toMatchObject({ files: [{ path: "public/logo.png", status: "added", patch: null }, {}] });
  await save(3, [{ path: "public/logo.png", text: null }]);
  expect(await unpacked(4)).toBeUndefined();
  await ada.call("POST", `${path}/3/restore`);
  expect(await unpacked(5)).toEqual(picture);
});

test("two people's pictures of one name are a conflict, of other names both stay", async () => {
  const { save } = await open();
  await save(1, [{ path: "public/a.png", base64: toBase64(new Uint8Array([1, 0])) }]);
  expect(await save(1, [{ path: "public/b.png", base64: toBase64(new Uint8Array([2, 0])) }])).toMatchObject({
    merged: true,
    version: { number: 3, fileCount: 3 },
  });
  expect(await save(1, [{ path: "public/a.png", base64: toBase64(new Uint8Array([3, 0])) }])).toMatchObject({
    outcome: "conflict",
    conflicts: [{ path: "public/a.png", binary: true }],
  });
});

test("what is sent in base64 and is text, is text; what is none belongs in public, and has a limit", async () => {
  const { ada, path, save, get } = await open();
  const code = async (change: object) => {
    const response = await ada.call("POST", path, { parent: 1, changes: [change] });
    return response.ok ? "saved" : ((await response.json()) as { code: string }).code;
  };
  const bytes = toBase64(new Uint8Array([0, 255]));
  expect(await code({ path: "src/logo.png", base64: bytes })).toBe("not_text");
  expect(await code({ path: "public/data.json", base64: bytes })).toBe("not_text");
  expect(await code({ path: "src/App.tsx", text: "a\0b" })).toBe("not_text");
  // A pointer to a file that somebody else may have put in place.
  expect(await code({ path: "public/x.png", text: pointerTo({ sha256: "0".repeat(64), size: 1 }) })).toBe("not_text");
  expect(await code({ path: "public/x.png", base64: "no base64!" })).toBe("bad_request");
  expect(await code({ path: "public/x.png", base64: toBase64(new Uint8Array(LIMITS.binaryBytes + 1)) })).toBe("file_too_large");
  await save(1, [{ path: "public/logo.svg", base64: toBase64(new TextEncoder().encode("<svg/>")) }]);
  expect(await get("/2/files/public/logo.svg")).toMatchObject({ text: "<svg/>", base64: null });
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
