/** The Durable Object of an app's data: platform storage and live sockets around `DataStore`. */
import { DurableObject } from "cloudflare:workers";
import { type AppSchema, type Channel, DATA_SCOPE_HEADER, DataScope, type ProjectDataRpc, type RowQueryInput } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import { DataStore, type StoredChange } from "@edgewright/data-store";
import type { Env } from "../env.ts";

export class ProjectData extends DurableObject<Env> implements ProjectDataRpc {
  private readonly store: DataStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.store = new DataStore({
      sql: {
        all: <Row>(query: string, ...values: (string | number | null)[]) => ctx.storage.sql.exec(query, ...values).toArray() as Row[],
        transaction: (work) => ctx.storage.transactionSync(work),
      },
      clock: systemClock,
      publish: (changes) => this.publish(changes),
    });
  }

  /** Joins the live changes that the scope in the header may read. */
  override async fetch(request: Request): Promise<Response> {
    const scope = DataScope.safeParse(JSON.parse(request.headers.get(DATA_SCOPE_HEADER) ?? "null"));
    if (!scope.success || request.headers.get("upgrade") !== "websocket")
      return new Response("A WebSocket is expected here.", { status: 426 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment(scope.data);
    return new Response(null, { status: 101, webSocket: client });
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    socket.close();
  }

  async setSchema({ channel, schema }: { channel: Channel; schema: AppSchema }) {
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
  async remove(scope: DataScope, table: string, id: string) {
    return this.store.remove(scope, table, id);
  }

  private publish(changes: StoredChange[]): void {
    for (const socket of this.ctx.getWebSockets()) {
      const scope = DataScope.parse(socket.deserializeAttachment());
      for (const change of changes) {
        const seen = this.store.seen(scope, change);
        if (seen) socket.send(JSON.stringify(seen));
      }
    }
  }
}
