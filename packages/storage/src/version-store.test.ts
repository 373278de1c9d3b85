/** Versions of files with any names that may be had: kept, compared, packed and unpacked without loss. */

import type { Outcome } from "@edgewright/contracts";
import { checkTogether, parseAppPath, withChanges } from "@edgewright/core";
import { mergeFiles } from "@edgewright/projects";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { admitFiles } from "./limits.ts";
import type { StoredFile } from "./ports.ts";
import { createVersionStore } from "./version-store.ts";

function world() {
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  const trees: StoredFile[][] = [];
  const store = createVersionStore({
    versions: { tree: async (_, version) => trees[version] ?? null },
    blobs: {
      get: async (hash) => blobs.get(hash) ?? null,
      put: async (hash, bytes) => void blobs.set(hash, bytes),
    },
  });
  const save = async (files: Record<string, string>) => trees.push((await store.write(files)).files) - 1;
  return { store, save, trees };
}

const OWN = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "length", "then", "src/__proto__/constructor.ts"];
const name = fc
  .oneof(fc.constantFrom(...OWN), fc.stringMatching(/^[a-z]{1,3}(\/[a-zé日$@ ]{1,4}){0,2}\.tsx?$/))
  .filter((path) => parseAppPath(path).ok);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 8 }).filter((paths) => checkTogether(paths).ok);
const filesOf = (paths: readonly string[], say: string) => Object.fromEntries(paths.map((path) => [path, `${say} ${path}`]));

async function bytesOf(archive: Promise<Outcome<ReadableStream<Uint8Array>>>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await archive;
  if (!packed.ok) throw new Error(packed.error.message);
  return new Uint8Array(await new Response(packed.value).arrayBuffer());
}

it("a version gives back every file, whatever its name: loaded, compared, merged, packed, restored", async () => {
  await fc.assert(
    fc.asyncProperty(names, names, async (before, after) => {
      const { store, save } = world();
      const [old, now] = [filesOf(before, "old"), filesOf(after, "new")];
      const admitted = admitFiles(old);
      expect(admitted).toEqual({ ok: true, value: old });
      const [first, second] = [await save(old), await save(now)];
      expect(await store.load("p", first)).toEqual({ ok: true, value: old });
      const diff = await store.diff("p", first, second);
      expect(diff.ok && diff.value.map(({ path }) => path).sort()).toEqual([...new Set([...before, ...after])].sort());
      expect(mergeFiles(old, now, old, { mine: "a", theirs: "b" })).toEqual({ files: now, conflicts: [] });
      const archive = await bytesOf(store.archive("p", first, "app"));
      const unpacked = Object.entries(unzipSync(archive)).map(([path, bytes]) => [path.slice("app/".length), strFromU8(bytes)]);
      expect(Object.fromEntries(unpacked)).toEqual(old);
      expect(await bytesOf(store.archive("p", first, "app"))).toEqual(archive);
      const restored = withChanges(
        now,
        [...new Set([...before, ...after])].map((path) => ({ path, text: Object.hasOwn(old, path) ? must(old[path]) : null })),
      );
      expect(restored).toEqual(old);
    }),
    { numRuns: runsOf(60, 4) },
  );
});

it("a version made before some names were refused is read as it is, and packed under safe ones", async () => {
  const { store, save } = world();
  const old = { ".GIT/config": "1", con: "2", "a.": "3", a: "4", "a/b": "5", "App.tsx": "6", "APP.tsx": "7", "../x": "8" };
  const version = await save(old);
  expect(await store.load("p", version)).toEqual({ ok: true, value: old });
  expect(await store.read("p", version, ".GIT/config")).toMatchObject({ ok: true, value: { text: "1" } });
  const unpacked = unzipSync(await bytesOf(store.archive("p", version, "app")));
  const paths = Object.keys(unpacked);
  expect(checkTogether(paths).ok).toBe(true);
  for (const path of paths) expect(parseAppPath(path)).toEqual({ ok: true, value: path });
  expect(
    Object.values(unpacked)
      .map((bytes) => strFromU8(bytes))
      .sort(),
  ).toEqual(Object.values(old));
  // Work on it goes on, and what is bad can be renamed away.
  expect(admitFiles({ ...old, "src/new.ts": "" }, old)).toMatchObject({ ok: true });
  expect(admitFiles({ ...old, "src/aux.ts": "" }, old)).toMatchObject({ ok: false, error: { code: "path_refused" } });
});

it("names beyond ASCII are marked as UTF-8 in the archive", async () => {
  const { store, save } = world();
  const archive = await bytesOf(store.archive("p", await save({ "docs/über.md": "x" }), "app"));
  const flags = new DataView(archive.buffer).getUint16(6, true);
  expect(flags & 0x800).toBe(0x800);
});
