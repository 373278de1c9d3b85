/**
 * The internal storage of versions: which files a version has, their content, what
 * changed between two, and all of it as one archive. Used by the API, the jobs and
 * the Workspace. Blobs are kept under their hash and shared by all versions.
 */
import type { FileDiff, FileMap, Outcome } from "@edgewright/contracts";
import { archiveNames, fail, ok, pointedFile, pointerTo, sha256Hex } from "@edgewright/core";
import { changedPaths, fileDiff } from "./diff.ts";
import type { Blobs, StoredFile, TreeIndex } from "./ports.ts";
import { decodeText, encodeText } from "./text.ts";
import { zipStream } from "./zip-stream.ts";

export type StoredContent = { file: StoredFile; bytes: Uint8Array<ArrayBuffer>; text: string | null };
export type WrittenTree = { files: StoredFile[]; treeHash: string };

export interface VersionStore {
  entries(projectId: string, version: number): Promise<Outcome<StoredFile[]>>;
  load(projectId: string, version: number): Promise<Outcome<FileMap>>;
  read(projectId: string, version: number, path: string): Promise<Outcome<StoredContent>>;
  diff(projectId: string, from: number, to: number): Promise<Outcome<FileDiff[]>>;
  /** A zip of every file, under one folder named `folder`. `along` are texts that go with them, or take the place of one. */
  archive(projectId: string, version: number, folder: string, along?: FileMap): Promise<Outcome<ReadableStream<Uint8Array>>>;
  /** Puts bytes in place and says how a FileMap holds them: as their text, or as a pointer to them. */
  keep(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Puts the contents in place, without making them a version. What is pointed to is there already, and so are the contents of `present`. */
  write(files: FileMap, present?: readonly StoredFile[]): Promise<WrittenTree>;
}

const PARALLEL = 6;
/** A fixed time of the clock on the wall, as zips keep it, so that the same version always gives the same archive. */
const ARCHIVE_TIME = new Date(2026, 0, 1);

export function createVersionStore(deps: { versions: TreeIndex; blobs: Blobs }): VersionStore {
  const { versions, blobs } = deps;

  const entries = async (projectId: string, version: number): Promise<Outcome<StoredFile[]>> => {
    const files = await versions.tree(projectId, version);
    return files
      ? ok(files)
      : fail("not_found", `There is no version ${version} of this project.`, { next: "Pick a version from its history." });
  };

  const content = async (file: StoredFile): Promise<StoredContent> => {
    const bytes = await blobs.get(file.sha256);
    if (!bytes) throw new Error(`Blob ${file.sha256} of ${file.path} is missing`);
    return { file, bytes, text: file.text ? decodeText(bytes) : null };
  };

  const textOf = async (file: StoredFile | null) => (file?.text ? (await content(file)).text : null);

  return {
    entries,

    async load(projectId, version) {
      const files = await entries(projectId, version);
      if (!files.ok) return files;
      const loaded = await inParallel(files.value, async (file) => [file.path, (await textOf(file)) ?? pointerTo(file)] as const);
      return ok(Object.fromEntries(loaded));
    },

    async read(projectId, version, path) {
      const files = await entries(projectId, version);
      if (!files.ok) return files;
      const file = files.value.find((entry) => entry.path === path);
      if (!file) return fail("not_found", `Version ${version} has no file ${path}.`, { next: "Pick a file from its list." });
      return ok(await content(file));
    },

    async diff(projectId, from, to) {
      const [before, after] = await Promise.all([entries(projectId, from), entries(projectId, to)]);
      if (!before.ok) return before;
      if (!after.ok) return after;
      const diffs = await inParallel(changedPaths(before.value, after.value), async (change) => {
        const readable = (change.before?.text ?? true) && (change.after?.text ?? true);
        const [old, now] = readable ? await Promise.all([textOf(change.before), textOf(change.after)]) : [null, null];
        return fileDiff(change, old, now, readable);
      });
      return ok(diffs);
    },

    async archive(projectId, version, folder, along = {}) {
      const files = await entries(projectId, version);
      if (!files.ok) return files;
      const own = files.value.filter(({ path }) => !Object.hasOwn(along, path));
      const loaded = await inParallel(own, content);
      const packed = [
        ...loaded.map(({ file: { path }, bytes }) => ({ path, bytes })),
        ...Object.entries(along).map(([path, text]) => ({ path, bytes: encodeText(text) })),
      ];
      const names = archiveNames(packed.map(({ path }) => path));
      return ok(zipStream(packed.map(({ bytes }, index) => ({ path: `${folder}/${names[index]}`, pieces: [bytes], time: ARCHIVE_TIME }))));
    },

    async keep(bytes) {
      const text = decodeText(bytes);
      if (text !== null) return text;
      const sha256 = await sha256Hex(bytes);
      await blobs.put(sha256, bytes);
      return pointerTo({ sha256, size: bytes.length });
    },

    async write(files, present = []) {
      const texts = new Map<string, Uint8Array<ArrayBuffer>>();
      const tree = await inParallel(Object.entries(files), async ([path, text]): Promise<StoredFile> => {
        const binary = pointedFile(text);
        if (binary) return { path, ...binary, mode: "100644", text: false };
        const bytes = encodeText(text);
        const sha256 = await sha256Hex(bytes);
        texts.set(sha256, bytes);
        return { path, sha256, size: bytes.length, mode: "100644", text: true };
      });
      for (const { sha256 } of present) texts.delete(sha256);
      await inParallel([...texts], ([sha256, bytes]) => blobs.put(sha256, bytes));
      tree.sort((a, b) => (a.path < b.path ? -1 : 1));
      return { files: tree, treeHash: await treeHash(tree) };
    },
  };
}

/** Equal for equal files, whatever order or version they come from. */
const treeHash = (files: StoredFile[]): Promise<string> =>
  sha256Hex(files.map((file) => `${file.mode} ${file.sha256} ${file.path}\n`).join(""));

/** A Worker may hold only six connections open at a time, so blobs are fetched six by six. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  // One iterator for all lanes, so that each takes the next item.
  const left = items.entries();
  const lane = async () => {
    for (const [index, item] of left) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, lane));
  return results;
}
