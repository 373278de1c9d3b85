/** Reads a file beside the page, which goes on meanwhile. Asked with the file, it answers once. */
import { readFile } from "./read-file.ts";
import { type Reading, readingsOf } from "./reading.ts";
import type { Sheet } from "./sheet.ts";

export type FileRead = { ok: true; sheet: Sheet; readings: Reading[] } | { ok: false; problem: string };

async function read(file: File): Promise<FileRead> {
  const found = await readFile(file.name, new Uint8Array(await file.arrayBuffer()));
  return found.ok ? { ok: true, sheet: found.sheet, readings: readingsOf(found.sheet) } : found;
}

addEventListener("message", async ({ data }: MessageEvent<File>) => postMessage(await read(data)));
