/** A zip that is made while it is sent: of any length, in the memory of one piece, and with others served between two pieces. */
import { Zip, ZipDeflate } from "fflate";

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type ZippedFile = { path: string; pieces: Pieces; time?: Date };

async function* zipped(files: AsyncIterable<ZippedFile> | Iterable<ZippedFile>): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  for await (const { path, pieces, time } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    if (time) file.mtime = time;
    zip.add(file);
    for await (const piece of pieces) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** A piece is made when the one before was taken. */
export function zipStream(files: AsyncIterable<ZippedFile> | Iterable<ZippedFile>): ReadableStream<Uint8Array> {
  const chunks = zipped(files);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}
