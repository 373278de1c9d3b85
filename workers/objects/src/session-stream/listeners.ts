/** Those who watch a session: hibernating WebSockets and server-sent events. Both get a replay from where they were, then what happens. */
import type { StreamEvent, StreamFrame } from "@edgewright/contracts";
import type { AdmittedConnection, Connections, LiveLine } from "../live/connections.ts";

const PAGE = 1000;
const KEEP_ALIVE_MS = 20_000;
const encoder = new TextEncoder();

type ReadEvents = (after: number, limit: number) => StreamEvent[];

/** Everything after `after`, then the mark that the replay is over. Storage is synchronous, so nothing can happen in between. */
function* replay(read: ReadEvents, after: number): Generator<StreamFrame> {
  let seq = after;
  for (;;) {
    const events = read(seq, PAGE);
    for (const event of events) yield { kind: "event", event };
    seq = events.at(-1)?.seq ?? seq;
    if (events.length < PAGE) break;
  }
  yield { kind: "caughtUp", seq };
}

export function joinSocket(connections: Connections, admitted: AdmittedConnection, read: ReadEvents, after: number): Response {
  const { response, socket } = connections.accept(admitted, null);
  for (const frame of replay(read, after)) socket.send(JSON.stringify(frame));
  return response;
}

/** An event is sent with its number, by which the browser comes back. */
const sse = (data: string, seq?: number) => encoder.encode(`${seq === undefined ? "" : `id: ${seq}\n`}data: ${data}\n\n`);
const sseFrame = (frame: StreamFrame) => sse(JSON.stringify(frame), frame.kind === "event" ? frame.event.seq : undefined);

/** Events that wait for a reader who does not read. Beyond that the stream ends after them, and the browser comes back for the rest. */
const WAITING_MAX = 20_000;
type Controller = ReadableStreamDefaultController<Uint8Array>;
type EventLine = LiveLine & { timer: ReturnType<typeof setInterval> };

/** The open event streams of one object. They do not survive its eviction; the browser then comes back with its Last-Event-ID. */
export class EventStreams {
  private readonly open = new Map<Controller, EventLine>();
  private readonly left: (line: LiveLine) => void;

  constructor(left: (line: LiveLine) => void) {
    this.left = left;
  }

  lines(): LiveLine[] {
    return [...this.open.values()];
  }

  join(admitted: AdmittedConnection, read: ReadEvents, after: number): Response {
    let controller: Controller;
    const body = new ReadableStream<Uint8Array>({
      start: (started) => {
        controller = started;
        for (const frame of replay(read, after)) controller.enqueue(sseFrame(frame));
        this.open.set(controller, this.line(controller, admitted));
      },
      cancel: () => this.leave(controller),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
  }

  close(): void {
    for (const controller of [...this.open.keys()]) this.finish(controller);
  }

  private line(controller: Controller, { grant, worth }: AdmittedConnection): EventLine {
    return {
      grant,
      worth,
      about: null,
      timer: setInterval(() => this.offer(controller, encoder.encode(": still here\n\n")), KEEP_ALIVE_MS),
      isOpen: () => this.open.has(controller),
      send: (text, seq) => this.offer(controller, sse(text, seq)),
      end: (why) => {
        if (why !== "unknown") this.offer(controller, sseFrame({ kind: "ended", why }));
        this.finish(controller);
      },
    };
  }

  private offer(controller: Controller, bytes: Uint8Array): void {
    if (!this.open.has(controller)) return;
    try {
      controller.enqueue(bytes);
      if ((controller.desiredSize ?? 0) < -WAITING_MAX) this.finish(controller);
    } catch {
      this.leave(controller);
    }
  }

  private finish(controller: Controller): void {
    if (!this.open.has(controller)) return;
    this.leave(controller);
    controller.close();
  }

  private leave(controller: Controller): void {
    const line = this.open.get(controller);
    if (!line) return;
    clearInterval(line.timer);
    this.open.delete(controller);
    this.left(line);
  }
}
