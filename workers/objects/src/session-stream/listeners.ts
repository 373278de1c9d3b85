/** Those who watch a session: hibernating WebSockets and server-sent events. Both get a replay from where they were, then what happens. */
import type { StreamEvent, StreamFrame } from "@edgewright/contracts";

const PAGE = 1000;
const KEEP_ALIVE_MS = 20_000;
const encoder = new TextEncoder();

type Read = (after: number, limit: number) => StreamEvent[];

/** Everything after `after`, then the mark that the replay is over. Storage is synchronous, so nothing can happen in between. */
function* replay(read: Read, after: number): Generator<StreamFrame> {
  let seq = after;
  for (;;) {
    const events = read(seq, PAGE);
    for (const event of events) yield { kind: "event", event };
    seq = events.at(-1)?.seq ?? seq;
    if (events.length < PAGE) break;
  }
  yield { kind: "caughtUp", seq };
}

export function joinSocket(ctx: DurableObjectState, read: Read, after: number): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  ctx.acceptWebSocket(server);
  for (const frame of replay(read, after)) server.send(JSON.stringify(frame));
  return new Response(null, { status: 101, webSocket: client });
}

const sse = (frame: StreamFrame) =>
  encoder.encode(`${frame.kind === "event" ? `id: ${frame.event.seq}\n` : ""}data: ${JSON.stringify(frame)}\n\n`);

/** Events that wait for a reader who does not read. Beyond that the stream ends after them, and the browser comes back for the rest. */
const WAITING_MAX = 20_000;
type Controller = ReadableStreamDefaultController<Uint8Array>;

/** The open event streams of one object. They do not survive its eviction; the browser then comes back with its Last-Event-ID. */
export class EventStreams {
  private readonly open = new Map<Controller, ReturnType<typeof setInterval>>();

  join(read: Read, after: number): Response {
    let controller: Controller;
    const body = new ReadableStream<Uint8Array>({
      start: (started) => {
        controller = started;
        for (const frame of replay(read, after)) controller.enqueue(sse(frame));
        const timer = setInterval(() => this.offer(controller, encoder.encode(": still here\n\n")), KEEP_ALIVE_MS);
        this.open.set(controller, timer);
      },
      cancel: () => this.leave(controller),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
  }

  publish(events: StreamEvent[]): void {
    for (const controller of [...this.open.keys()]) for (const event of events) this.offer(controller, sse({ kind: "event", event }));
  }

  private offer(controller: Controller, bytes: Uint8Array): void {
    if (!this.open.has(controller)) return;
    try {
      if ((controller.desiredSize ?? 0) < -WAITING_MAX) controller.close();
      controller.enqueue(bytes);
    } catch {
      this.leave(controller);
    }
  }

  private leave(controller: Controller): void {
    clearInterval(this.open.get(controller));
    this.open.delete(controller);
  }
}
