/** The Durable Object of a session's stream: platform storage, alarm and sockets around `Session`. */
import { DurableObject } from "cloudflare:workers";
import { openDatabase } from "@edgewright/adapters";
import { objects, storageSql } from "@edgewright/adapters/objects";
import type { ErasableRpc, LiveRpc, NewEvent, SessionStreamRpc, StreamEvent, StreamFrame } from "@edgewright/contracts";
import { systemClock } from "@edgewright/core";
import { createRepositories } from "@edgewright/db";
import type { Env } from "../env.ts";
import { Connections } from "../live/connections.ts";
import { liveServices } from "../live/services.ts";
import { EventStreams, joinSocket } from "./listeners.ts";
import { Session } from "./session.ts";

export class SessionStream extends DurableObject<Env> implements SessionStreamRpc, ErasableRpc, LiveRpc {
  private readonly streams: EventStreams;
  private readonly connections: Connections;
  private session: Session;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    this.streams = new EventStreams((line) => void this.connections.left(line));
    this.connections = new Connections(ctx, "session", liveServices(env), () => this.streams.lines());
    this.session = this.#open(ctx, env);
  }

  /** `?after=SEQ` (or `Last-Event-ID`): WebSocket with an Upgrade header, server-sent events without. */
  override async fetch(request: Request): Promise<Response> {
    const asked = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? "0";
    const after = /^\d{1,15}$/.test(asked) ? Number(asked) : 0;
    const read = this.session.log.read.bind(this.session.log);
    const socket = request.headers.get("upgrade") === "websocket";
    return this.connections.admit(request, (admitted) =>
      socket ? joinSocket(this.connections, admitted, read, after) : this.streams.join(admitted, read, after),
    );
  }

  override async alarm(): Promise<void> {
    await this.session.alarm();
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    socket.close();
    await this.connections.left(this.connections.line(socket));
  }

  // Only methods of the prototype are reachable over RPC.
  post(events: NewEvent[]) {
    return this.session.post(events);
  }
  enqueue(input: Parameters<SessionStreamRpc["enqueue"]>[0]) {
    return this.session.enqueue(input);
  }
  begin(jobId: string) {
    return this.session.begin(jobId);
  }
  append(input: Parameters<SessionStreamRpc["append"]>[0]) {
    return this.session.append(input);
  }
  renew(input: Parameters<SessionStreamRpc["renew"]>[0]) {
    return this.session.renew(input);
  }
  giveBack(input: Parameters<SessionStreamRpc["giveBack"]>[0]) {
    return this.session.giveBack(input);
  }
  takeSteering(input: Parameters<SessionStreamRpc["takeSteering"]>[0]) {
    return this.session.takeSteering(input);
  }
  pause(input: Parameters<SessionStreamRpc["pause"]>[0]) {
    return this.session.pause(input);
  }
  answer(input: Parameters<SessionStreamRpc["answer"]>[0]) {
    return this.session.answer(input);
  }
  amend(input: Parameters<SessionStreamRpc["amend"]>[0]) {
    return this.session.amend(input);
  }
  finish(input: Parameters<SessionStreamRpc["finish"]>[0]) {
    return this.session.finish(input);
  }
  placed(input: Parameters<SessionStreamRpc["placed"]>[0]) {
    return this.session.placed(input);
  }
  cancel(jobId: string, by?: Parameters<SessionStreamRpc["cancel"]>[1]) {
    return this.session.cancel(jobId, by);
  }
  read(input: Parameters<SessionStreamRpc["read"]>[0]) {
    return this.session.read(input);
  }

  recheck() {
    return this.connections.recheck();
  }

  /** Closes all connections and deletes all that the object keeps. A later call finds an empty object. */
  async erase(): Promise<void> {
    for (const socket of this.ctx.getWebSockets()) socket.close(1001, "This is gone for good");
    this.streams.close();
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.session = this.#open(this.ctx, this.env);
  }

  #open(ctx: DurableObjectState, env: Env): Session {
    const { schedule } = objects(env);
    return new Session({
      sql: storageSql(ctx.storage),
      clock: systemClock,
      places: { ask: (asked) => schedule().ask(asked), release: (jobId) => schedule().release(jobId) },
      send: async (message) => {
        await env.JOBS.send(message);
      },
      setAlarm: (at) => ctx.storage.setAlarm(at),
      publish: (events) => this.#publish(events),
      notes: createRepositories(openDatabase(env.DB)).sessionNotes,
    });
  }

  #publish(events: StreamEvent[]): void {
    const frames = events.map((event) => ({ seq: event.seq, text: JSON.stringify({ kind: "event", event } satisfies StreamFrame) }));
    this.connections.gate.pass(this.connections.lines(), (line) => {
      for (const { seq, text } of frames) line.send(text, seq);
    });
  }
}
