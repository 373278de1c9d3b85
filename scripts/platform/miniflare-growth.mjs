/**
 * Lets Miniflare write down what a workerd is to run in a few steps. It makes room for each value by a few kilobytes, and
 * copies all it has for that: some hundred times megabytes of code, most of the time that a start took. Loaded before
 * everything else of a unit (supervisor.mjs).
 */
import { registerHooks } from "node:module";

const FILE = /\/miniflare\/dist\/src\/index\.js$/;
const ROOM = "MIN_SINGLE_SEGMENT_GROWTH = ";
const BYTES = "4096;";
/** As long, so that it can be written into the bytes that are there: no copy of six megabytes. */
const MORE_BYTES = "4e6 ;";

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!FILE.test(url)) return loaded;
    const source = Buffer.from(loaded.source);
    const place = source.indexOf(ROOM + BYTES);
    if (place < 0) throw new Error("Miniflare makes room in another way: see scripts/platform/miniflare-growth.mjs.");
    source.write(MORE_BYTES, place + ROOM.length);
    return { ...loaded, source };
  },
});
