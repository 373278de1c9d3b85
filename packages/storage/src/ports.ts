/** What the version store stands on: blobs by hash, and the list of a version's files. */
import type { FileEntry } from "@edgewright/contracts";

/** Content by its SHA-256. Writing the same content twice is harmless. */
export interface Blobs {
  get(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  put(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** A file of a version. `text` false: not valid UTF-8, so that a FileMap points to it. */
export type StoredFile = FileEntry & { text: boolean };

/** The files of a version by number; null when there is no such version. */
export interface TreeIndex {
  tree(projectId: string, version: number): Promise<StoredFile[] | null>;
}
