/** The content of files in memory. */
import type { FileContents } from "@edgewright/data-store";

export function memoryFiles(): FileContents & { readonly kept: ReadonlyMap<string, Uint8Array<ArrayBuffer>> } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    kept,
    async put(sha256, bytes) {
      kept.set(sha256, bytes.slice());
    },
    async read(sha256, from, length) {
      const bytes = kept.get(sha256);
      return bytes ? new Response(bytes.slice(from, from + length)).body : null;
    },
    async remove(sha256) {
      kept.delete(sha256);
    },
    async clear() {
      kept.clear();
    },
  };
}
