/** Blobs in memory, for tests. */
import type { Blobs } from "@edgewright/storage";

export function memoryBlobs(): Blobs & { readonly kept: Map<string, Uint8Array<ArrayBuffer>> } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    kept,
    async get(sha256) {
      return kept.get(sha256) ?? null;
    },
    async put(sha256, bytes) {
      kept.set(sha256, bytes);
    },
  };
}
