/** The content of files in the rows of an app of its own: one file each, called by its SHA-256, in a folder beside the rows. */
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { FileContents } from "@edgewright/data-store";

export function folderFiles(folder: string): FileContents {
  const at = (sha256: string) => join(folder, sha256);
  return {
    /** Under its name it is there whole, or not at all. */
    async put(sha256, bytes) {
      await mkdir(folder, { recursive: true });
      const unfinished = join(folder, `.${randomUUID()}`);
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, at(sha256));
    },
    async read(sha256, from, length) {
      const there = await stat(at(sha256)).catch(() => null);
      if (!there) return null;
      return Readable.toWeb(createReadStream(at(sha256), { start: from, end: from + length - 1 })) as ReadableStream<Uint8Array>;
    },
    remove: (sha256) => rm(at(sha256), { force: true }),
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
