/** A stretch of a file that lies in several contents, one after the other, each opened when it is its turn. */
import type { FileContents } from "./file-contents.ts";

export type Part = { hash: string; size: number };
type Stretch = { hash: string; from: number; length: number };

export function stretchesOf(parts: readonly Part[], from: number, length: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { hash, size } of parts) {
    const [first, after] = [Math.max(from, start), Math.min(from + length, start + size)];
    if (first < after) stretches.push({ hash, from: first - start, length: after - first });
    start += size;
  }
  return stretches;
}

export function streamOf(contents: Pick<FileContents, "read">, stretches: readonly Stretch[]): ReadableStream<Uint8Array> {
  const left = [...stretches];
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  // Of bytes: only such a stream goes from one worker to another.
  return new ReadableStream({
    type: "bytes",
    async pull(controller) {
      for (;;) {
        reader ??= await open(contents, left.shift());
        if (!reader) {
          controller.close();
          // A reader that waits with a buffer of its own is told that nothing comes.
          (controller as ReadableByteStreamController).byobRequest?.respond(0);
          return;
        }
        const { value } = await reader.read();
        if (value && value.length > 0) return controller.enqueue(value as Uint8Array<ArrayBuffer>);
        if (!value) reader = null;
      }
    },
    cancel: (reason) => reader?.cancel(reason),
  });
}

async function open({ read }: Pick<FileContents, "read">, stretch: Stretch | undefined) {
  if (!stretch) return null;
  const stream = await read(stretch.hash, stretch.from, stretch.length);
  if (!stream) throw new Error(`The content ${stretch.hash} is gone`);
  return stream.getReader();
}
