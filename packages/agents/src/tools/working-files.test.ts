import { type FileChange, LIMITS, type NewEvent } from "@edgewright/contracts";
import { ok, pointerTo } from "@edgewright/core";
import { describe, expect, it } from "vitest";
import { WorkingFiles } from "./working-files.ts";

function setUp(files: Record<string, string> = { "src/App.tsx": "one\ntwo\nthree\n" }) {
  const written: FileChange[] = [];
  const said: NewEvent[] = [];
  const draft = {
    write: async (changes: FileChange[]) => {
      written.push(...changes);
      return ok(undefined);
    },
  };
  return { written, said, working: new WorkingFiles(files, draft, (event) => said.push(event)) };
}

describe("an app's files at work", () => {
  it("go to the draft and are told with their lines", async () => {
    const { working, written, said } = setUp();
    await working.write("./src//App.tsx", "one\ntwo\nfour\nfive\n");
    expect(written).toEqual([{ path: "src/App.tsx", text: "one\ntwo\nfour\nfive\n" }]);
    expect(said).toEqual([{ type: "file.written", data: { path: "src/App.tsx", lines: 4, added: 2, removed: 1 } }]);
    expect(working.changedPaths()).toEqual(["src/App.tsx"]);
  });

  it("refuse paths outside the app, files that are too large and bytes that were no text", async () => {
    const { working, written, said } = setUp();
    expect(await working.write("../../x", "")).toMatchObject({ ok: false, error: { code: "path_refused" } });
    expect(await working.write("big.ts", "x".repeat(5 * 1024 * 1024))).toMatchObject({ ok: false, error: { code: "file_too_large" } });
    expect(await working.write("bad.ts", "caf\uFFFD")).toMatchObject({ ok: false, error: { code: "not_text" } });
    expect(written).toEqual([]);
    expect(said.map((event) => event.type)).toEqual(["file.refused", "file.refused", "file.refused"]);
  });

  it("have pictures that are moved and deleted, and neither read nor written", async () => {
    const { working, written } = setUp({ "public/logo.png": pointerTo({ sha256: "a".repeat(64), size: 9 }) });
    for (const refused of [working.read("public/logo.png"), await working.edit("public/logo.png", [{ search: "a", replace: "b" }])])
      expect(refused).toMatchObject({ ok: false, error: { code: "not_text" } });
    expect(await working.write("public/b.png", pointerTo({ sha256: "b".repeat(64), size: 9 }))).toMatchObject({
      ok: false,
      error: { code: "not_text" },
    });
    expect(written).toEqual([]);
    expect(await working.rename("public/logo.png", "public/mark.png")).toMatchObject({ ok: true });
    expect(await working.remove("public/mark.png")).toMatchObject({ ok: true });
  });

  it("stop at the number of files a turn may write", async () => {
    const { working } = setUp({});
    for (let index = 0; index < LIMITS.filesPerTurn; index++) expect((await working.write(`src/f${index}.ts`, "")).ok).toBe(true);
    expect(await working.write("src/one-more.ts", "")).toMatchObject({ ok: false, error: { code: "too_many_files" } });
    working.beginTurn();
    expect((await working.write("src/one-more.ts", "")).ok).toBe(true);
  });

  it("are as they were when the changes of a journalled turn are restored", async () => {
    const first = setUp();
    await first.working.rename("src/App.tsx", "src/Main.tsx");
    await first.working.edit("src/Main.tsx", [{ search: "two", replace: "2" }]);
    const second = setUp();
    second.working.restore(first.working.turnChanges());
    expect(second.working.all()).toEqual(first.working.all());
    expect(second.written).toEqual([]);
  });

  it("never move one file over another", async () => {
    const { working } = setUp({ "a.ts": "a", "b.ts": "b" });
    expect(await working.rename("a.ts", "b.ts")).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(working.all()).toEqual({ "a.ts": "a", "b.ts": "b" });
  });
});
