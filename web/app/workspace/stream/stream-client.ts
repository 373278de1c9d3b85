/**
 * The browser's end of a session's stream: a WebSocket that comes back after every
 * cut at the last event it has, or server-sent events where sockets do not get
 * through. Hands over each event once and in order. Used by the session store.
 */
import { ACCESS_CLOSE, type AccessEnd, type StreamEvent, type StreamFrame } from "@edgewright/contracts";

/** The last two are for good: it does not come back by itself. */
export type StreamStatus = "connecting" | "live" | "away" | "signed_out" | "no_access";

export type Transport = {
  socket(url: string): WebSocket;
  eventSource(url: string): EventSource;
  random(): number;
};

export const browserTransport: Transport = {
  socket: (url) => new WebSocket(url.replace(/^http/, "ws")),
  eventSource: (url) => new EventSource(url),
  random: Math.random,
};

export type StreamOptions = {
  /** Without the query, e.g. `http://localhost:8787/api/sessions/ses_1/stream`. */
  url: string;
  after: number;
  onEvent(event: StreamEvent): void;
  onStatus(status: StreamStatus): void;
  /** The role is another one. The stream goes on in it. */
  onRole(): void;
};

const END_BY_CODE = new Map(Object.entries(ACCESS_CLOSE).map(([end, code]) => [code, end as AccessEnd]));
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
const SOCKETS_BEFORE_EVENTS = 2;
const PING_MS = 20_000;
const PONG_MS = 10_000;

export class StreamClient {
  private readonly options: StreamOptions;
  private readonly transport: Transport;
  private seq: number;
  private attempts = 0;
  /** Sockets that closed before they opened, in a row. */
  private refused = 0;
  private closed = false;
  private live = false;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private leave: () => void = () => {};

  constructor(options: StreamOptions, transport: Transport = browserTransport) {
    this.options = options;
    this.transport = transport;
    this.seq = options.after;
    this.connect();
  }

  close(): void {
    this.closed = true;
    this.drop();
  }

  /** Tries again now, since the network or the window is back. */
  nudge(): void {
    if (this.retry === null || this.closed) return;
    clearTimeout(this.retry);
    this.connect();
  }

  private drop(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    const leave = this.leave;
    this.leave = () => {};
    leave();
  }

  private connect(): void {
    this.retry = null;
    this.options.onStatus(this.attempts === 0 ? "connecting" : "away");
    const url = `${this.options.url}?after=${this.seq}`;
    if (this.refused >= SOCKETS_BEFORE_EVENTS) this.openEvents(url);
    else this.openSocket(url);
  }

  private openSocket(url: string): void {
    const socket = this.transport.socket(url);
    let opened = false;
    let pong: ReturnType<typeof setTimeout> | null = null;
    const ping = setInterval(() => {
      if (!opened) return;
      socket.send("ping");
      pong ??= setTimeout(() => this.lost(), PONG_MS);
    }, PING_MS);
    this.leave = () => {
      clearInterval(ping);
      if (pong !== null) clearTimeout(pong);
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    };
    socket.onopen = () => {
      opened = true;
      this.refused = 0;
    };
    socket.onmessage = ({ data }) => {
      if (pong !== null) clearTimeout(pong);
      pong = null;
      if (data !== "pong") this.take(data);
    };
    socket.onclose = ({ code }) => {
      if (!opened) this.refused++;
      const end = END_BY_CODE.get(code);
      if (end) this.ended(end);
      else this.lost();
    };
  }

  private openEvents(url: string): void {
    const source = this.transport.eventSource(url);
    this.leave = () => {
      source.onmessage = source.onerror = null;
      source.close();
    };
    source.onmessage = ({ data }) => this.take(data);
    source.onerror = () => {
      // The next attempt is a socket again: what stood in its way may be gone.
      this.refused = SOCKETS_BEFORE_EVENTS - 1;
      this.lost();
    };
  }

  private take(data: unknown): void {
    const frame = readFrame(data);
    if (!frame) return;
    if (frame.kind === "ended") this.ended(frame.why);
    else if (frame.kind === "caughtUp") {
      this.attempts = 0;
      this.live = true;
      this.options.onStatus("live");
    } else if (frame.event.seq > this.seq) {
      this.seq = frame.event.seq;
      this.options.onEvent(frame.event);
    }
  }

  /** Not all that ends a connection ends the access: the role may be another, or the browser signed in anew meanwhile. */
  private ended(why: AccessEnd): void {
    if (why === "changed") this.options.onRole();
    if (why === "changed" || (why === "signed_out" && this.live)) this.lost();
    else {
      this.close();
      this.options.onStatus(why);
    }
  }

  private lost(): void {
    this.live = false;
    this.drop();
    if (this.closed) return;
    this.options.onStatus("away");
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempts);
    this.attempts++;
    this.retry = setTimeout(() => this.connect(), wait * (0.75 + this.transport.random() / 2));
  }
}

/** Each event was parsed as its log was read; here a frame is only told from what is none. One of a later version changes nothing on the page. */
function readFrame(data: unknown): StreamFrame | null {
  const frame = parseJson(data);
  if (typeof frame !== "object" || frame === null || !("kind" in frame)) return null;
  const whole = frame.kind === "event" ? "event" in frame && hasPlace(frame.event) : frame.kind === "caughtUp" || frame.kind === "ended";
  return whole ? (frame as StreamFrame) : null;
}

const hasPlace = (event: unknown) => typeof event === "object" && event !== null && "seq" in event && typeof event.seq === "number";

function parseJson(data: unknown): unknown {
  try {
    return typeof data === "string" ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
