/** Files as git names them: which of a repository's belong to the app, and what git calls their content. */
import { type FileMap, LIMITS } from "@edgewright/contracts";
import { parseAppPath, pointedFile } from "@edgewright/core";
import { type Blobs, encodeText } from "@edgewright/storage";
import type { NewTreeEntry, TreeEntry } from "./ports.ts";

const TEXT = /\.([cm]?[jt]sx?|json|css|html?|md|txt|csv|svg|xml|ya?ml|toml|sql)$/i;

/**
 * Whether a version can hold this file. What it cannot hold (links, submodules, names that not every computer knows, what is
 * too large) stays in the repository as it is: no commit of ours touches it.
 */
export function isAppFile({ path, mode, type, size }: TreeEntry): boolean {
  if (type !== "blob" || (mode !== "100644" && mode !== "100755")) return false;
  const parsed = parseAppPath(path);
  return parsed.ok && parsed.value === path && size <= (TEXT.test(path) ? LIMITS.fileBytes : LIMITS.binaryBytes);
}

/** What of a tree the app is made of, by path. */
export const appFiles = (entries: readonly TreeEntry[]): Map<string, TreeEntry> =>
  new Map(entries.filter(isAppFile).map((entry) => [entry.path, entry]));

/** The name git gives to a content. */
export async function gitBlobSha(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes behind what a FileMap holds. */
export async function bytesOf(blobs: Blobs, content: string): Promise<Uint8Array<ArrayBuffer>> {
  const pointed = pointedFile(content);
  if (!pointed) return encodeText(content);
  const bytes = await blobs.get(pointed.sha256);
  if (!bytes) throw new Error(`Blob ${pointed.sha256} is missing`);
  return bytes;
}

/** Each file's name for its content. */
export async function shasOf(blobs: Blobs, files: FileMap): Promise<Map<string, string>> {
  const shas = new Map<string, string>();
  for (const [path, content] of Object.entries(files)) shas.set(path, await gitBlobSha(await bytesOf(blobs, content)));
  return shas;
}

/** Beyond this a text goes as a blob of its own, so that no request grows without end. */
const INLINE_CHARACTERS = 100_000;

export type TreeChange = NewTreeEntry & { /** The bytes that a blob must be made of first. */ bytes?: Uint8Array<ArrayBuffer> };

/** What makes `now` of a tree: only what differs, each file with the mode that it has. */
export async function treeChanges(blobs: Blobs, tree: ReadonlyMap<string, TreeEntry>, now: FileMap): Promise<TreeChange[]> {
  const changes: TreeChange[] = [];
  for (const [path, content] of Object.entries(now)) {
    const bytes = await bytesOf(blobs, content);
    const before = tree.get(path);
    const sha = await gitBlobSha(bytes);
    if (before?.sha === sha) continue;
    const mode = before?.mode === "100755" ? "100755" : "100644";
    const inline = pointedFile(content) === null && content.length <= INLINE_CHARACTERS;
    changes.push(inline ? { path, mode, content } : { path, mode, sha, bytes });
  }
  for (const path of tree.keys()) if (!Object.hasOwn(now, path)) changes.push({ path, mode: "100644", sha: null });
  return changes;
}
