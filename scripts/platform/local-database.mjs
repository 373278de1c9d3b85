/**
 * Lets a local read of the database be a read. Miniflare's D1 asks for a bookmark after each statement, and workerd makes
 * one by writing to the database's file: every read would wait until the disk has it. A bookmark is for readers of
 * replicas, of which there are none here, so none is made.
 */
import { D1_PLUGIN } from "miniflare";

const BOOKMARK = "await this.state.storage.getCurrentBookmark()";

/** Before a Miniflare is made. Says so when Miniflare has become another. */
export function readWithoutWriting() {
  const { getServices } = D1_PLUGIN;
  if (getServices.withoutBookmarks) return;
  D1_PLUGIN.getServices = async (...asked) => (await getServices.apply(D1_PLUGIN, asked))?.map(withoutBookmarks);
  D1_PLUGIN.getServices.withoutBookmarks = true;
}

function withoutBookmarks(service) {
  const { worker } = service;
  if (!worker?.modules?.some(({ name }) => name.startsWith("database.worker"))) return service;
  if (!worker.modules.some(({ esModule }) => esModule.includes(BOOKMARK)))
    throw new Error("Miniflare's D1 makes its bookmarks in another way: see scripts/platform/local-database.mjs.");
  const modules = worker.modules.map((module) => ({ ...module, esModule: module.esModule.replaceAll(BOOKMARK, '""') }));
  return { ...service, worker: { ...worker, modules } };
}
