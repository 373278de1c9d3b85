/** Has a file read beside the page. */
import type { FileRead } from "./read.worker.ts";

export function readInWorker(file: File, signal: AbortSignal): Promise<FileRead> {
  const worker = new Worker(new URL("./read.worker.ts", import.meta.url), { type: "module" });
  signal.addEventListener("abort", () => worker.terminate());
  return new Promise<FileRead>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<FileRead>) => resolve(data);
    worker.onerror = () => resolve({ ok: false, problem: "This file could not be read: it takes more memory than there is. Divide it." });
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
