/** The Durable Object of an app's data: platform storage and live sockets around `DataStore`. */
import { DurableObject } from "cloudflare:workers";
import { openDatabase } from "@edgewright/adapters";
import { storageSql } from "@edgewright/adapters/objects";
import type { SnapshotRecords } from "@edgewright/audit";
import {
  type AppSchema,
  type Channel,
  DATA_SCOPE_HEADER,
  type DataRollback,
  DataScope,
  type ErasableRpc,
  type LiveRpc,
  type ProjectDataRpc,
  type RowQueryInput,
} from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import { DataRollbacks, DataStore, type StoredChange } from "@edgewright/data-store";
import { createRepositories } from "@edgewright/db";
import type { Env } from "../env.ts";
import { Connections } from "../live/connections.ts";
import { liveServices } from "../live/services.ts";

/** A rollback that was announced is decided within this time, or not at all. */
const DECIDED_WITHIN_MS = 10_000;

export class ProjectData extends DurableObject<Env> implements ProjectDataRpc, ErasableRpc, LiveRpc {
  private readonly connections: Connections;
  private store: DataStore;
  private rollbacks: DataRollbacks;
  private readonly snapshots: Pick<SnapshotRecords, "decided">;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.connections = new Connections(ctx, "data", liveServices(env));
    ({ store: this.store, rollbacks: this.rollbacks } = this.#open(ctx));
    this.snapshots = createRepositories(openDatabase(env.DB)).snapshots;
  }

  /** Joins the live changes that the scope in the header may read. */
  override async fetch(request: Request): Promise<Response> {
    const scope = DataScope.safeParse(JSON.parse(request.headers.get(DATA_SCOPE_HEADER) ?? "null"));
    if (!scope.success || request.headers.get("upgrade") !== "websocket")
      return new Response("A WebSocket is expected here.", { status: 426 });
    return this.connections.admit(request, (admitted) => this.connections.accept(admitted, scope.data).response);
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    socket.close();
    await this.connections.left(this.connections.line(socket));
  }

  /** Whoever announced a rollback has died before or after it was decided. */
  override async alarm(): Promise<void> {
    const undecided = await this.#followDecision();
    if (undecided) this.rollbacks.drop(undecided.decision);
  }

  async setSchema({ channel, schema }: { channel: Channel; schema: AppSchema }) {
    // The schema of a version that a rollback made comes after its rows.
    if (channel === "current") await this.#followDecision();
    return this.store.setSchema(channel, schema);
  }
  async schema(channel: Channel) {
    return this.store.schema(channel);
  }
  async list(scope: DataScope, table: string, query: RowQueryInput) {
    return this.store.list(scope, table, query);
  }
  async get(scope: DataScope, table: string, id: string) {
    return this.store.get(scope, table, id);
  }
  async create(scope: DataScope, table: string, values: Record<string, unknown>) {
    return this.store.create(scope, table, values);
  }
  async update(scope: DataScope, table: string, id: string, values: Record<string, unknown>, revision?: number) {
    return this.store.update(scope, table, id, values, revision);
  }
  async remove(scope: DataScope, table: string, id: string, revision?: number) {
    return this.store.remove(scope, table, id, revision);
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
    const held = this.rollbacks.hold(input);
    if (held.ok) await this.ctx.storage.setAlarm(systemClock.now() + DECIDED_WITHIN_MS);
    return held;
  }
  async rollBack(input: DataRollback) {
    const told = this.rollbacks.rollBack(input);
    // Every window loads its rows anew when its socket comes back.
    if (told.ok) for (const socket of this.ctx.getWebSockets()) socket.close(1012, "The data was rolled back");
    return told;
  }
  async drop(decision: string) {
    this.rollbacks.drop(decision);
  }
  async release(keep: string[]) {
    return this.rollbacks.release(keep);
  }

  recheck() {
    return this.connections.recheck();
  }

  /** Whoever still looks on is sent away; what comes later finds an object that begins anew. */
  async erase(): Promise<void> {
    for (const socket of this.ctx.getWebSockets()) socket.close(1001, "This is gone for good");
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    ({ store: this.store, rollbacks: this.rollbacks } = this.#open(this.ctx));
  }

  #open(ctx: DurableObjectState): { store: DataStore; rollbacks: DataRollbacks } {
    const sql = storageSql(ctx.storage);
    const store = new DataStore({ sql, clock: systemClock, publish: (changes) => this.#publish(changes), pause: () => scheduler.wait(0) });
    return { store, rollbacks: new DataRollbacks({ sql, clock: systemClock, store }) };
  }

  /** Does a rollback that was announced, if it was decided; else gives it back. */
  async #followDecision(): Promise<DataRollback | null> {
    const held = this.rollbacks.held();
    if (!held || !(await this.snapshots.decided(held.decision))) return held;
    await this.rollBack(held);
    return null;
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
