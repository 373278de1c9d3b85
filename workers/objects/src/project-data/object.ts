/** The Durable Object of an app's data: platform storage and live sockets around `DataStore`. */
import { DurableObject } from "cloudflare:workers";
import type { MemberRecords } from "@edgewright/accounts";
import { openDatabase } from "@edgewright/adapters";
import { objects, r2Files, storageSql } from "@edgewright/adapters/objects";
import type { AuditLog, SnapshotRecords } from "@edgewright/audit";
import { AppAutomations } from "@edgewright/automations";
import {
  type Acting,
  type AppSchema,
  type AutomationEffect,
  type Automations,
  type BeginFile,
  type BeginImport,
  type Channel,
  DATA_SCOPE_HEADER,
  type DataPlace,
  type DataRollback,
  DataScope,
  type EffectEnd,
  type Environment,
  type ErasableRpc,
  type FileAsked,
  type FilePlace,
  type ImportRows,
  type LiveRpc,
  type ProjectDataRpc,
  type RowQueryInput,
  type RowWrite,
  type RowWriter,
  type RunsQuery,
  type SampleRows,
  type TotalsQueryInput,
  type Worth,
  type WriteImport,
} from "@edgewright/contracts";
import { log, systemClock } from "@edgewright/core";
import { AppFiles, DataRollbacks, DataStore, Fork, Samples, type StoredChange } from "@edgewright/data-store";
import { createRepositories } from "@edgewright/db";
import type { Env } from "../env.ts";
import { Connections } from "../live/connections.ts";
import { liveServices } from "../live/services.ts";

/** What was not done is tried again after so long: lines that did not get to the log, a rollback whose decision could not be read, runs that nobody took up. */
const AGAIN_MS = 5_000;
const TABLE_CHANGES_SHOWN = 100;

export class ProjectData extends DurableObject<Env> implements ProjectDataRpc, ErasableRpc, LiveRpc {
  private readonly connections: Connections;
  private store: DataStore;
  private rollbacks: DataRollbacks;
  private samples: Samples;
  private files: AppFiles;
  private copy: Fork;
  private appAutomations: AppAutomations;
  private readonly snapshots: Pick<SnapshotRecords, "decided">;
  private readonly log: Pick<AuditLog, "deliver">;
  private readonly members: Pick<MemberRecords, "ofUser">;
  /** The alarm that is set, as far as is known. */
  #alarmAt: number | null = null;
  #draining: Promise<void> | null = null;
  /** Whether somebody was called to take up runs, and has not said yet that there are none. */
  #called = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.connections = new Connections(ctx, "data", liveServices(env));
    ({
      store: this.store,
      rollbacks: this.rollbacks,
      samples: this.samples,
      files: this.files,
      appAutomations: this.appAutomations,
      copy: this.copy,
    } = this.#open(ctx));
    const { snapshots, audit, members } = createRepositories(openDatabase(env.DB));
    [this.snapshots, this.log, this.members] = [snapshots, audit, members];
    // A change of tables, or an import, that was under way when this object last ended is gone on with.
    if (this.store.changing() || this.store.imports.atWork()) this.#wake();
  }

  /** Joins the live changes that the scope in the header may read. */
  override async fetch(request: Request): Promise<Response> {
    const scope = DataScope.safeParse(JSON.parse(request.headers.get(DATA_SCOPE_HEADER) ?? "null"));
    if (!scope.success || request.headers.get("upgrade") !== "websocket")
      return new Response("A WebSocket is expected here.", { status: 426 });
    return this.connections.admit(
      request,
      (admitted) => this.connections.accept(admitted, asStanding(scope.data, admitted.worth)).response,
    );
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    socket.close();
    await this.connections.left(this.connections.line(socket));
  }

  /** Lines wait for the log, a change of tables was left half done or not cleared up after, or whoever announced a rollback has died before or after it was decided. */
  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    try {
      await this.#finishChange();
      await this.store.imports.run();
      const undecided = await this.#followDecision();
      if (undecided && (this.rollbacks.decideBy() ?? 0) <= systemClock.now()) this.rollbacks.drop(undecided.decision);
    } catch (error) {
      log.warn("a rollback is decided, or a change of tables gone on with, later", { error: String(error) });
    }
    await this.#drain();
    await this.#followAutomations();
    this.store.record.forgetOld();
    this.store.trash.forgetOld();
    this.store.imports.forgetOld();
    await this.files.collect();
    this.#wake();
  }

  async setSchema({ channel, schema, version }: { channel: Channel; schema: AppSchema; version?: number }) {
    // The schema of a version that a rollback made comes after its rows.
    if (channel === "current") await this.#followDecision();
    const told = await this.store.setSchema(channel, schema, version);
    this.ctx.waitUntil(this.#finishChange());
    return told;
  }
  async sample(writer: RowWriter, samples: SampleRows | null) {
    if (!this.copy.isCopy()) await this.samples.follow(writer, samples);
  }
  async schema(channel: Channel) {
    return this.store.schema(channel);
  }
  async list(scope: DataScope, table: string, query: RowQueryInput) {
    return this.store.list(scope, table, query);
  }
  async totals(scope: DataScope, table: string, query: TotalsQueryInput) {
    return this.store.totals(scope, table, query);
  }
  async get(scope: DataScope, table: string, id: string) {
    return this.store.get(scope, table, id);
  }
  async changes(scope: DataScope, table: string, id: string) {
    return this.store.changes(scope, table, id);
  }
  async create(writer: RowWriter, table: string, values: Record<string, unknown>) {
    return this.store.create(writer, table, values);
  }
  async update(writer: RowWriter, table: string, id: string, values: Record<string, unknown>, revision?: number) {
    return this.store.update(writer, table, id, values, revision);
  }
  async upsert(writer: RowWriter, table: string, by: string, values: Record<string, unknown>) {
    return this.store.upsert(writer, table, by, values);
  }
  async increment(writer: RowWriter, table: string, id: string, by: Record<string, number>) {
    return this.store.increment(writer, table, id, by);
  }
  async remove(writer: RowWriter, table: string, id: string, revision?: number) {
    return this.store.remove(writer, table, id, revision);
  }
  async writeAll(writer: RowWriter, writes: readonly RowWrite[]) {
    return this.store.writeAll(writer, writes);
  }
  async restore(writer: RowWriter, table: string, id: string) {
    return this.store.restore(writer, table, id);
  }
  async deleted(scope: DataScope, table: string) {
    return this.store.deleted(scope, table);
  }
  async beginImport(writer: RowWriter, table: string, given: BeginImport) {
    return this.store.imports.begin(writer, table, given);
  }
  async importRows(writer: RowWriter, id: string, given: ImportRows) {
    return this.store.imports.put(writer, id, given);
  }
  async writeImport(writer: RowWriter, id: string, given: WriteImport) {
    return this.#goOnWithImports(this.store.imports.write(writer, id, given));
  }
  async readImport(scope: DataScope, id: string) {
    return this.store.imports.read(scope, id);
  }
  async cancelImport(writer: RowWriter, id: string) {
    return this.#goOnWithImports(this.store.imports.cancel(writer, id));
  }

  async beginFile(writer: RowWriter, given: BeginFile) {
    return this.#wakeFor(await this.files.beginFile(writer, given));
  }
  async readUpload(scope: DataScope, file: string) {
    return this.files.readUpload(scope, file);
  }
  async putFilePart(writer: RowWriter, file: string, part: number, bytes: Uint8Array<ArrayBuffer>) {
    return this.#wakeFor(await this.files.putFilePart(writer, file, part, bytes));
  }
  async putThumbnail(writer: RowWriter, file: string, bytes: Uint8Array<ArrayBuffer>) {
    return this.#wakeFor(await this.files.putThumbnail(writer, file, bytes));
  }
  async readFile(scope: DataScope, place: FilePlace, asked: FileAsked) {
    return this.files.readFile(scope, place, asked);
  }

  async tableChanges() {
    return this.store.record.sweeps(TABLE_CHANGES_SHOWN);
  }
  async plan(schema: AppSchema, sight: DataScope | null) {
    return this.rollbacks.plan(schema, sight);
  }
  async migrates(schema: AppSchema) {
    return this.rollbacks.migrates(schema);
  }
  async mark(bookmark: string) {
    return this.rollbacks.mark(bookmark);
  }
  async compare(bookmark: string) {
    return this.rollbacks.compare(bookmark);
  }
  async hold(input: DataRollback) {
    const held = await this.rollbacks.hold(input);
    this.#wake();
    return held;
  }
  async rollBack(input: DataRollback) {
    const told = await this.rollbacks.rollBack(input);
    if (told.ok) this.#reload();
    this.ctx.waitUntil(this.#finishChange());
    return told;
  }
  async drop(decision: string) {
    this.rollbacks.drop(decision);
  }
  async release(keep: string[]) {
    return this.rollbacks.release(keep);
  }

  async rowsAfter(id: string) {
    return this.copy.rowsAfter(id);
  }
  async fork({ projectId, from }: { projectId: string; from: Environment | null }) {
    await this.copy.take(from === null ? null : objects(this.env).data(projectId, from));
  }
  async setAutomations(place: DataPlace, automations: Automations) {
    await this.appAutomations.setAutomations(place, automations);
    this.#wake();
  }
  async beginEffect() {
    const effect = await this.appAutomations.beginEffect();
    if (!effect) this.#called = false;
    return this.#wakeFor(effect);
  }
  async endEffect(effect: Pick<AutomationEffect, "run" | "fence">, end: EffectEnd) {
    return this.#wakeFor(await this.appAutomations.endEffect(effect, end));
  }
  async automations() {
    return this.appAutomations.automations();
  }
  async automationRuns(query: Pick<RunsQuery, "automation" | "state">, contents: boolean) {
    return this.appAutomations.automationRuns(query, contents);
  }
  async switchAutomation(by: Acting, name: string, off: boolean) {
    return this.#told(await this.appAutomations.switchAutomation(by, name, off));
  }
  async retryRun(by: Acting, run: string) {
    return this.#told(await this.appAutomations.retryRun(by, run));
  }
  async testAutomation(by: Acting, name: string, row?: string) {
    return this.#told(await this.appAutomations.testAutomation(by, name, row));
  }

  recheck() {
    return this.connections.recheck();
  }

  /** Closes all connections and deletes all that the object keeps. A later call finds an empty object. */
  async erase(): Promise<void> {
    for (const socket of this.ctx.getWebSockets()) socket.close(1001, "This is gone for good");
    await this.#contents.clear();
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#alarmAt = null;
    ({
      store: this.store,
      rollbacks: this.rollbacks,
      samples: this.samples,
      files: this.files,
      appAutomations: this.appAutomations,
      copy: this.copy,
    } = this.#open(this.ctx));
  }

  #open(ctx: DurableObjectState) {
    const sql = storageSql(ctx.storage);
    const store: DataStore = new DataStore({
      sql,
      clock: systemClock,
      publish: (changes) => this.#written(changes),
      follow: (writer, changes) => automations.follow(writer, changes),
      pause: () => this.#pause(),
      isMember: (...who) => this.#isMember(...who),
    });
    const pause = () => this.#pause();
    const automations = new AppAutomations({ sql, clock: systemClock, rows: store, lines: store.record.outbox, pause });
    const own = { sql, clock: systemClock, store };
    const files = new AppFiles({ ...own, pause: () => this.#pause(), contents: this.#contents });
    return { store, rollbacks: new DataRollbacks(own), samples: new Samples(own), files, appAutomations: automations, copy: new Fork(own) };
  }

  async #isMember(organizationId: string, userId: string): Promise<boolean> {
    return (await this.members.ofUser(organizationId, userId)) !== null;
  }

  /** Others go first; should this object die meanwhile, the alarm goes on with what was begun. */
  #pause(): Promise<void> {
    this.#wake();
    return scheduler.wait(0);
  }

  /** The content of files is in R2, apart from that of other apps. */
  get #contents() {
    return r2Files(this.env.BLOBS, this.ctx.id.toString());
  }

  /** What is left to be done, such as to collect what no row comes to hold, is done by the alarm. */
  #wakeFor<T>(answer: T): T {
    this.#wake();
    return answer;
  }

  /** Lines go to the log, and runs to whoever does them, at once. */
  #told<T>(answer: T): T {
    this.ctx.waitUntil(Promise.all([this.#drain(), this.#callForRuns()]));
    return this.#wakeFor(answer);
  }

  #goOnWithImports<T>(answer: T): T {
    this.#wake();
    this.ctx.waitUntil(this.store.imports.run());
    return answer;
  }

  /** To the end of what is under way, the clearing up after it included. */
  async #finishChange(): Promise<void> {
    const held = this.rollbacks.held() !== null;
    await this.store.alone(() => {});
    if (held && this.rollbacks.held() === null) this.#reload();
  }

  /** Every window loads its rows anew when its socket comes back. */
  #reload(): void {
    for (const socket of this.ctx.getWebSockets()) socket.close(1012, "The data was rolled back");
  }

  /** Does a rollback that was announced, if it was decided; else gives it back. */
  async #followDecision(): Promise<DataRollback | null> {
    const held = this.rollbacks.held();
    if (!held || !(await this.snapshots.decided(held.decision))) return held;
    await this.rollBack(held);
    return null;
  }

  /** The alarm is set in the same turn, and so in the same write as the rows and their lines. */
  #written(changes: StoredChange[]): void {
    this.#wake();
    this.ctx.waitUntil(this.#drain());
    this.ctx.waitUntil(this.#callForRuns());
    this.#publish(changes);
  }

  /** Sets the alarm, unless it is set early enough, for what must be done should this object die before. */
  #wake(): void {
    const now = systemClock.now();
    const change = this.store.changing() || this.store.imports.atWork() ? now : null;
    const due = [this.rollbacks.decideBy(), this.store.record.outbox.next(), this.files.due(), this.appAutomations.next(), change].filter(
      (at) => at !== null,
    );
    if (due.length === 0) return;
    const at = Math.max(Math.min(...due), now + AGAIN_MS);
    if (this.#alarmAt !== null && this.#alarmAt > now && this.#alarmAt <= at) return;
    this.#alarmAt = at;
    void this.ctx.storage.setAlarm(at);
  }

  /** What time has set off begins; and whoever does runs is called again, should the first call have been lost. */
  async #followAutomations(): Promise<void> {
    try {
      await this.appAutomations.tick();
    } catch (error) {
      log.warn("automations are followed later", { error: String(error) });
    }
    this.#called = false;
    await this.#callForRuns();
  }

  /** One who has been called takes up all that wait, and says when none is left. */
  async #callForRuns(): Promise<void> {
    if (this.#called || !this.appAutomations.waits()) return;
    this.#called = true;
    try {
      await this.env.JOBS.send({ kind: "automation", object: this.ctx.id.toString() });
    } catch (error) {
      this.#called = false;
      log.warn("runs of automations are called for later", { error: String(error) });
    }
  }

  /** Brings lines to the organization's log. Those that do not get there are tried again by the alarm. */
  #drain(): Promise<void> {
    const { outbox } = this.store.record;
    this.#draining ??= outbox
      .drain(async (lines) => {
        if (!this.copy.isFork()) await this.log.deliver(lines);
      })
      .catch((error) => log.warn("lines wait for the audit log", { error: String(error) }))
      .finally(() => {
        this.#draining = null;
      });
    return this.#draining;
  }

  #publish(changes: StoredChange[]): void {
    this.connections.gate.pass(this.connections.lines(), (line) => {
      const scope = DataScope.parse(line.about);
      for (const change of changes) {
        const seen = this.store.seen(scope, change);
        if (seen) line.send(JSON.stringify(seen));
      }
    });
  }
}

/** The scope with the roles that were found now: whoever asked for it may have kept theirs for a moment. */
function asStanding({ channel, actor }: DataScope, { role, may, roles }: Worth): DataScope {
  if (role === null || (actor.kind !== "member" && actor.kind !== "visitor")) return { channel, actor };
  const now = { may, role, roles };
  if (actor.behind) return { channel, actor: { ...actor, behind: { ...actor.behind, ...now } } };
  return { channel, actor: actor.kind === "member" ? { ...actor, ...now } : actor };
}
