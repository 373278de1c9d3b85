import type { StreamEvent } from "@edgewright/contracts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StreamClient, type StreamStatus } from "./stream-client.ts";

class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  sent: string[] = [];
  closed = false;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.closed = true;
  }
}

const event = (seq: number): StreamEvent => ({ seq, at: 1, jobId: null, type: "message.delta", data: { messageId: "m", text: `${seq} ` } });
const frame = (seq: number) => ({ data: JSON.stringify({ kind: "event", event: event(seq) }) });
const caughtUp = { data: '{"kind":"caughtUp","seq":0}' };

function setUp(after = 0) {
  const sockets: FakeSocket[] = [];
  const sources: FakeSocket[] = [];
  const seen: number[] = [];
  const statuses: StreamStatus[] = [];
  const roles: number[] = [];
  const client = new StreamClient(
    {
      url: "http://host/stream",
      after,
      onEvent: ({ seq }) => seen.push(seq),
      onStatus: (status) => statuses.push(status),
      onRole: () => roles.push(seen.length),
    },
    {
      socket: (url) => sockets[sockets.push(new FakeSocket(url)) - 1] as unknown as WebSocket,
      eventSource: (url) => sources[sources.push(new FakeSocket(url)) - 1] as unknown as EventSource,
      random: () => 0.5,
    },
  );
  return { client, sockets, sources, seen, statuses, roles };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the stream's client", () => {
  it("hands over what comes, and says when it is live", () => {
    const { sockets, seen, statuses } = setUp(4);
    expect(sockets[0]?.url).toBe("http://host/stream?after=4");
    sockets[0]?.onopen?.();
    for (const message of [frame(5), frame(6), caughtUp, frame(7)]) sockets[0]?.onmessage?.(message);
    expect(seen).toEqual([5, 6, 7]);
    expect(statuses).toEqual(["connecting", "live"]);
  });

  it("comes back after the last event it has, at every cut, with no repeat", () => {
    const total = 12;
    for (let cut = 0; cut <= total; cut++) {
      const { sockets, seen, client } = setUp();
      sockets[0]?.onopen?.();
      for (let seq = 1; seq <= cut; seq++) sockets[0]?.onmessage?.(frame(seq));
      sockets[0]?.onclose?.({ code: 1006 });
      vi.advanceTimersByTime(300);
      expect(sockets[1]?.url).toBe(`http://host/stream?after=${cut}`);
      // A server that replays too much is no harm.
      for (let seq = Math.max(1, cut - 2); seq <= total; seq++) sockets[1]?.onmessage?.(frame(seq));
      expect(seen).toEqual(Array.from({ length: total }, (_, index) => index + 1));
      client.close();
    }
  });

  it("waits longer after each failure, and tries at once when told", () => {
    const { sockets, client, statuses } = setUp();
    const opened = () => sockets.length;
    sockets[0]?.onopen?.();
    sockets[0]?.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(249);
    expect(opened()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(opened()).toBe(2);
    sockets[1]?.onopen?.();
    sockets[1]?.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(300);
    expect(opened()).toBe(2);
    client.nudge();
    expect(opened()).toBe(3);
    expect(statuses.at(-1)).toBe("away");
  });

  it("falls back to server-sent events where sockets do not open, and goes on after its last event", () => {
    const { sockets, sources, seen, statuses } = setUp(2);
    sockets[0]?.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(300);
    sockets[1]?.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(600);
    expect(sources[0]?.url).toBe("http://host/stream?after=2");
    for (const message of [frame(3), caughtUp]) sources[0]?.onmessage?.(message);
    expect(seen).toEqual([3]);
    expect(statuses.at(-1)).toBe("live");
    sources[0]?.onerror?.();
    vi.advanceTimersByTime(300);
    expect(sockets[2]?.url).toBe("http://host/stream?after=3");
  });

  it("notices a socket that is silently dead", () => {
    const { sockets } = setUp();
    sockets[0]?.onopen?.();
    vi.advanceTimersByTime(20_000);
    expect(sockets[0]?.sent).toEqual(["ping"]);
    sockets[0]?.onmessage?.({ data: "pong" });
    vi.advanceTimersByTime(19_000);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(12_000);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.closed).toBe(true);
  });

  it("skips what it cannot read", () => {
    const { sockets, seen } = setUp();
    for (const data of ["", "{", "null", "[]", '{"kind":"future"}', '{"kind":"event"}', '{"kind":"event","event":{"type":"job.done"}}'])
      sockets[0]?.onmessage?.({ data });
    sockets[0]?.onmessage?.(frame(2));
    expect(seen).toEqual([2]);
  });

  it("stays closed once closed", () => {
    const { sockets, client } = setUp();
    client.close();
    vi.advanceTimersByTime(60_000);
    client.nudge();
    expect(sockets).toHaveLength(1);
    expect(sockets[0]?.closed).toBe(true);
  });
});

describe("a stream whose access ends", () => {
  it("is not asked for again when it was taken away, and says so", () => {
    const { sockets, statuses } = setUp();
    sockets[0]?.onopen?.();
    sockets[0]?.onmessage?.(caughtUp);
    sockets[0]?.onclose?.({ code: 4403 });
    vi.advanceTimersByTime(600_000);
    expect([sockets.length, statuses.at(-1)]).toEqual([1, "no_access"]);
  });

  it("tries once more when the sign-in is over, since the browser may have another", () => {
    const { sockets, statuses } = setUp();
    sockets[0]?.onopen?.();
    sockets[0]?.onmessage?.(caughtUp);
    sockets[0]?.onclose?.({ code: 4401 });
    vi.advanceTimersByTime(1000);
    expect(sockets.length).toBe(2);
    sockets[1]?.onopen?.();
    sockets[1]?.onclose?.({ code: 4401 });
    vi.advanceTimersByTime(600_000);
    expect([sockets.length, statuses.at(-1)]).toEqual([2, "signed_out"]);
  });

  it("comes back in its new role where only that has changed", () => {
    const { sockets, statuses, seen, roles } = setUp();
    for (const message of [frame(1), caughtUp]) sockets[0]?.onmessage?.(message);
    sockets[0]?.onclose?.({ code: 4409 });
    vi.advanceTimersByTime(1000);
    for (const message of [frame(2), caughtUp]) sockets[1]?.onmessage?.(message);
    expect([sockets[1]?.url, seen, statuses.at(-1), roles]).toEqual(["http://host/stream?after=1", [1, 2], "live", [1]]);
  });

  it("hears it over server-sent events too", () => {
    const { sockets, sources, statuses } = setUp();
    for (const _ of [1, 2]) {
      sockets.at(-1)?.onclose?.({ code: 1006 });
      vi.advanceTimersByTime(1000);
    }
    sources[0]?.onmessage?.({ data: '{"kind":"ended","why":"no_access"}' });
    vi.advanceTimersByTime(600_000);
    expect([sources[0]?.closed, sources.length, sockets.length, statuses.at(-1)]).toEqual([true, 1, 2, "no_access"]);
  });
});
