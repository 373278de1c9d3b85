/**
 * Two places of Miniflare's own source, changed as it is loaded; loaded itself before everything else of a unit (supervisor.mjs).
 * Says so when Miniflare has become another.
 *
 * What a workerd is to run is written down in a few steps: Miniflare makes room for each value by a few kilobytes, and copies all
 * it has for that, some hundred times megabytes of code, most of the time that a start took.
 *
 * A request whose Host names no host is refused. Miniflare's entry, which comes before our code, fails on it as on a bug, with a 500.
 */
import { registerHooks } from "node:module";

const FILE = /\/miniflare\/dist\/src\/index\.js$/;

const ROOM = "MIN_SINGLE_SEGMENT_GROWTH = ";
const BYTES = "4096;";
/** As long, so that it can be written into the bytes that are there. */
const MORE_BYTES = "4e6 ;";

const READS_ENTRY = '"core/entry.worker.js");';
const TEXT = 'readFileSync(filePath, "utf8")';
const BEGINS = "async fetch(request, env, ctx) {";
const REFUSES = `${BEGINS} if (!URL.canParse(request.url)) return new Response("The Host of this request is not the name of a host.", { status: 400 });`;

const placeOf = (source, text, from = 0) => {
  const place = source.indexOf(text, from);
  if (place < 0) throw new Error(`Miniflare has become another: "${text}" is not in it. See scripts/platform/miniflare-source.mjs.`);
  return place + text.length;
};

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!FILE.test(url)) return loaded;
    const source = Buffer.from(loaded.source);
    source.write(MORE_BYTES, placeOf(source, ROOM + BYTES) - BYTES.length);
    const read = placeOf(source, TEXT, placeOf(source, READS_ENTRY));
    const refusing = Buffer.from(`.replace(${JSON.stringify(BEGINS)}, ${JSON.stringify(REFUSES)})`);
    return { ...loaded, source: Buffer.concat([source.subarray(0, read), refusing, source.subarray(read)]) };
  },
});
