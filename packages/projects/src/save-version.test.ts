import type { FileMap } from "@edgewright/contracts";
import { type TestWorld, testWorld } from "@edgewright/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { createProject } from "./create.ts";
import { type SaveInput, type SaveResult, saveVersion } from "./save-version.ts";

let world: TestWorld;
let projectId: string;

beforeEach(async () => {
  world = await testWorld();
  const made = await createProject({ ...world, uniqueSuffix: () => "x1" }, { ...world, prompt: "Build a todo list" });
  if (!made.ok) throw new Error(made.error.message);
  projectId = made.value.id;
});

const ada = { kind: "person", id: "usr_ada", name: "Ada" } as const;

async function save(parent: number | null, files: FileMap, more: Partial<SaveInput> = {}, deps: TestWorld = world): Promise<SaveResult> {
  const saved = await saveVersion(deps, {
    projectId,
    parent,
    files,
    author: ada,
    message: "Change",
    checked: { ok: true, findings: [] },
    ...more,
  });
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value;
}

const current = async () => (await world.projects.find(projectId))?.currentVersion;
const count = async (table: string) => {
  const row = await world.binding.prepare(`select count(*) as n from ${table}`).first<{ n: number }>();
  return row?.n;
};

describe("saveVersion", () => {
  test("makes the first version current", async () => {
    const saved = await save(null, { "src/App.tsx": "one\n" });
    expect(saved).toMatchObject({ outcome: "saved", merged: false, current: true, version: { number: 1, parent: null, status: "ok" } });
    expect(await current()).toBe(1);
    expect(await world.store.load(projectId, 1)).toEqual({ ok: true, value: { "src/App.tsx": "one\n" } });
  });

  test("the first version names the project after the app, as long as nobody has named it", async () => {
    const prompt = "Build a todo list";
    const app = (name: string) => ({ "app.json": JSON.stringify({ name, icon: "list" }) });
    const name = async () => (await world.projects.find(projectId))?.name;
    await save(null, app("Chores"), { prompt, checked: { ok: false, findings: [] } });
    expect(await name()).toBe("Todo list");
    await save(null, app("Chores"), { prompt });
    expect(await name()).toBe("Chores");
    await save(2, app("Errands"), { prompt });
    expect(await name()).toBe("Chores");
  });

  test("keeps a version that failed its checks as a draft and leaves the working one current", async () => {
    await save(null, { "a.ts": "one" });
    const finding = { file: "a.ts", line: 1, column: 1, code: "TS1005", message: "';' expected" };
    const saved = await save(1, { "a.ts": "broken" }, { checked: { ok: false, findings: [finding] } });
    expect(saved).toMatchObject({ outcome: "saved", current: false, version: { number: 2, status: "draft", findings: [finding] } });
    expect(await current()).toBe(1);
  });

  test("lets the next save stand on a draft without a merge", async () => {
    await save(null, { "a.ts": "one" });
    await save(1, { "a.ts": "broken" }, { checked: { ok: false, findings: [] } });
    expect(await save(2, { "a.ts": "mended" })).toMatchObject({ outcome: "saved", version: { number: 3, parent: 2 } });
    expect(await current()).toBe(3);
  });

  test("gives the merged files back for a check when the current version moved on", async () => {
    await save(null, { "a.ts": "1\n2\n3\n4\n5\n", "b.ts": "b" });
    await save(1, { "a.ts": "1\n2\n3\n4\nfive\n", "b.ts": "b" });
    const merged = await save(1, { "a.ts": "one\n2\n3\n4\n5\n", "b.ts": "b", "c.ts": "c" });
    expect(merged).toEqual({ outcome: "merged-unchecked", head: 2, files: { "a.ts": "one\n2\n3\n4\nfive\n", "b.ts": "b", "c.ts": "c" } });
    expect(await current()).toBe(2);
    expect(await count("code_versions")).toBe(2);
    if (merged.outcome !== "merged-unchecked") throw new Error("unreachable");
    expect(await save(merged.head, merged.files, { merged: true })).toMatchObject({
      outcome: "saved",
      merged: true,
      version: { number: 3 },
    });
  });

  test("tells a conflict with both sides and writes nothing", async () => {
    await save(null, { "a.ts": "one\n" });
    await save(1, { "a.ts": "theirs\n" });
    const result = await save(1, { "a.ts": "mine\n" });
    expect(result).toMatchObject({
      outcome: "conflict",
      head: 2,
      conflicts: [{ path: "a.ts", base: "one\n", mine: "mine\n", theirs: "theirs\n" }],
    });
    expect(await count("code_versions")).toBe(2);
  });

  test("returns the version a job already made instead of making another", async () => {
    const first = await save(null, { "a.ts": "one" }, { jobId: "job_1" });
    const second = await save(null, { "a.ts": "two" }, { jobId: "job_1" });
    expect(second).toEqual(first);
    expect(await count("code_versions")).toBe(1);
  });

  test("makes one version when a job commits twice at the same moment", async () => {
    const results = await Promise.all([
      save(null, { "a.ts": "one" }, { jobId: "job_1" }),
      save(null, { "a.ts": "one" }, { jobId: "job_1" }),
    ]);
    expect(results.map((result) => result.outcome === "saved" && result.version.number)).toEqual([1, 1]);
    expect(await count("code_versions")).toBe(1);
    expect(await count("audit_log where action = 'version.saved'")).toBe(1);
  });

  test("gives parallel saves of one parent either a place in the line or a merge, never a lost write", async () => {
    await save(null, { "a.ts": "a" });
    const results = await Promise.all(["b", "c", "d"].map((name) => save(1, { "a.ts": "a", [`${name}.ts`]: name })));
    expect(results.filter((result) => result.outcome === "saved")).toHaveLength(1);
    expect(results.filter((result) => result.outcome === "merged-unchecked")).toHaveLength(2);
    expect(await current()).toBe(2);
  });

  test("leaves no trace when it dies between the blobs and the batch, and succeeds when tried again", async () => {
    const dying: TestWorld = { ...world, versions: { ...world.versions, commit: () => Promise.reject(new Error("the isolate ended")) } };
    await expect(save(null, { "a.ts": "one" }, { jobId: "job_1" }, dying)).rejects.toThrow("the isolate ended");
    expect(world.blobs.kept.size).toBe(1);
    expect(await current()).toBeNull();
    expect(await count("source_files")).toBe(0);
    expect(await save(null, { "a.ts": "one" }, { jobId: "job_1" })).toMatchObject({ outcome: "saved", version: { number: 1 } });
    expect(world.blobs.kept.size).toBe(1);
  });

  test("keeps every file of a large version", async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`src/f${index}.ts`, `${index}`]));
    await save(null, files);
    expect(await world.store.load(projectId, 1)).toEqual({ ok: true, value: files });
  });

  test("refuses a path that leaves the app, too many files and a deleted project", async () => {
    const refused = async (files: FileMap) => {
      const result = await saveVersion(world, {
        projectId,
        parent: null,
        files,
        author: ada,
        message: "",
        checked: { ok: true, findings: [] },
      });
      return result.ok ? "saved" : result.error.code;
    };
    expect(await refused({ "../../x": "" })).toBe("path_refused");
    expect(await refused(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}.ts`, ""])))).toBe("too_many_files");
    expect(await refused({ "a.ts": "x".repeat(5_000_000) })).toBe("file_too_large");
    await world.binding.prepare("update projects set deleted_at = 1").run();
    expect(await refused({ "a.ts": "" })).toBe("gone");
  });
});
