/** An app's rows in memory, and the methods of their object as a caller sees them over RPC. */
import type { AuditLog } from "@edgewright/audit";
import { AppAutomations } from "@edgewright/automations";
import type { Environment, ProjectDataRpc } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import { AppFiles, DataRollbacks, DataStore, Fork, Samples } from "@edgewright/data-store";
import { memoryFiles } from "./memory-files.ts";
import { memorySql } from "./memory-sql.ts";

export type AppData = {
  store: DataStore;
  rollbacks: DataRollbacks;
  samples: Samples;
  files: AppFiles;
  automations: AppAutomations;
  copy: Fork;
};

export function appData(clock: Clock, bounds: { mailsADay?: number } = {}): AppData {
  const sql = memorySql();
  const pause = async () => {};
  const store: DataStore = new DataStore({
    ...{ sql, clock, pause, publish: () => {}, isMember: async () => true },
    follow: (writer, changes) => automations.follow(writer, changes),
  });
  const automations = new AppAutomations({ sql, clock, pause, rows: store, lines: store.record.outbox, ...bounds });
  const own = { sql, clock, store };
  const files = new AppFiles({ ...own, pause, contents: memoryFiles() });
  return { store, rollbacks: new DataRollbacks(own), samples: new Samples(own), files, automations, copy: new Fork(own) };
}

type Known = {
  /** Whether a rollback happened, as the database knows it. */
  decided(auditId: string): Promise<boolean>;
  log: Pick<AuditLog, "deliver">;
  /** The rows of another environment, where a test has more than one. */
  other?(environment: Environment): AppData;
};

/** The lines of what is written are in the log when the call returns. */
export const remoteData = (
  { store, rollbacks, samples, files, automations, copy }: AppData,
  { decided, log, other }: Known,
): ProjectDataRpc => ({
  async setSchema({ channel, schema, version }) {
    const held = channel === "current" ? rollbacks.held() : null;
    if (held && (await decided(held.decision))) await rollbacks.rollBack(held);
    return store.setSchema(channel, schema, version);
  },
  schema: async (channel) => store.schema(channel),
  sample: (writer, given) => samples.follow(writer, given),
  list: async (scope, table, query) => store.list(scope, table, query),
  totals: async (scope, table, query) => store.totals(scope, table, query),
  get: async (scope, table, id) => store.get(scope, table, id),
  changes: async (scope, table, id) => store.changes(scope, table, id),
  create: async (writer, table, values) => drained(store, log, await store.create(writer, table, values)),
  update: async (writer, table, id, values, revision) => drained(store, log, await store.update(writer, table, id, values, revision)),
  upsert: async (writer, table, by, values) => drained(store, log, await store.upsert(writer, table, by, values)),
  increment: async (writer, table, id, by) => drained(store, log, await store.increment(writer, table, id, by)),
  remove: async (writer, table, id, revision) => drained(store, log, await store.remove(writer, table, id, revision)),
  restore: async (writer, table, id) => drained(store, log, await store.restore(writer, table, id)),
  writeAll: async (writer, writes) => drained(store, log, await store.writeAll(writer, writes)),
  tableChanges: async () => store.record.sweeps(100),
  plan: async (schema, sight) => rollbacks.plan(schema, sight),
  deleted: async (scope, table) => store.deleted(scope, table),
  beginImport: async (writer, table, given) => store.imports.begin(writer, table, given),
  importRows: async (writer, id, given) => store.imports.put(writer, id, given),
  writeImport: async (writer, id, given) => imported(store, log, store.imports.write(writer, id, given)),
  readImport: async (scope, id) => store.imports.read(scope, id),
  cancelImport: async (writer, id) => imported(store, log, store.imports.cancel(writer, id)),
  beginFile: (writer, given) => files.beginFile(writer, given),
  readUpload: (scope, file) => files.readUpload(scope, file),
  putFilePart: (writer, file, part, bytes) => files.putFilePart(writer, file, part, bytes),
  putThumbnail: (writer, file, bytes) => files.putThumbnail(writer, file, bytes),
  readFile: (scope, place, asked) => files.readFile(scope, place, asked),
  setAutomations: (place, given) => automations.setAutomations(place, given),
  beginEffect: () => automations.beginEffect(),
  endEffect: (effect, end) => automations.endEffect(effect, end),
  automations: () => automations.automations(),
  automationRuns: (query, contents) => automations.automationRuns(query, contents),
  switchAutomation: async (by, name, off) => drained(store, log, await automations.switchAutomation(by, name, off)),
  retryRun: async (by, run) => drained(store, log, await automations.retryRun(by, run)),
  testAutomation: async (by, name, row) => drained(store, log, await automations.testAutomation(by, name, row)),
  migrates: async (schema) => rollbacks.migrates(schema),
  mark: async (bookmark) => rollbacks.mark(bookmark),
  compare: async (bookmark) => rollbacks.compare(bookmark),
  hold: async (input) => rollbacks.hold(input),
  rollBack: async (input) => rollbacks.rollBack(input),
  drop: async (decision) => rollbacks.drop(decision),
  release: async (keep) => rollbacks.release(keep),
  rowsAfter: async (id) => copy.rowsAfter(id),
  async fork({ from }) {
    const source = from === null ? null : other?.(from);
    await copy.take(
      source ? { schema: async (channel) => source.store.schema(channel), rowsAfter: async (id) => source.copy.rowsAfter(id) } : null,
    );
  },
});

/** What was begun is at its end when the call returns. */
async function imported<T>(store: DataStore, log: Known["log"], answer: T): Promise<T> {
  await store.imports.run();
  return drained(store, log, answer);
}

async function drained<T>({ record }: DataStore, log: Known["log"], written: T): Promise<T> {
  await record.outbox.drain((lines) => log.deliver(lines));
  return written;
}
