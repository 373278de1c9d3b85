import { applyD1Migrations, evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { GRANT_HEADER, type NewEvent, type SessionStreamRpc, type StreamEvent, StreamFrame } from "@edgewright/contracts";
import { last } from "@edgewright/core";
import { accessWorld } from "@edgewright/testing/access-world";
import { must } from "@edgewright/testing/must";
import { beforeAll, describe, expect, it } from "vitest";

const delta = (text: string): NewEvent => ({ type: "message.delta", data: { messageId: "msg_a", text } });
const stubOf = (name: string) => env.SESSION_STREAM.get(env.SESSION_STREAM.idFromName(name));
/** RPC types cannot follow events of any shape, so the object is held by its contract. */
type Stream = SessionStreamRpc & Fetcher;

let granted: Record<string, string>;
beforeAll(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { admin } = await accessWorld(env.DB);
  granted = { [GRANT_HEADER]: JSON.stringify(admin) };
});
const streamOf = (name: string) => stubOf(name) as unknown as Stream;

/** Something that shows a session's events one by one until it is cut. */
type Watcher = { next(): Promise<StreamFrame>; cut(): void };

async function overSocket(stream: Stream, after: number): Promise<Watcher> {
  const response = await stream.fetch(`http://stream/?after=${after}`, { headers: { ...granted, upgrade: "websocket" } });
  const socket = must(response.webSocket);
  const frames = queue<StreamFrame>();
  socket.addEventListener("message", ({ data }) => frames.put(StreamFrame.parse(JSON.parse(String(data)))));
  socket.accept();
  return { next: frames.take, cut: () => socket.close() };
}

/** As a browser's EventSource comes back: with the id it saw last. */
async function overEvents(stream: Stream, after: number): Promise<Watcher> {
  const response = await stream.fetch("http://stream/", {
    headers: { ...granted, ...(after > 0 ? { "last-event-id": String(after) } : {}) },
  });
  const reader = must(response.body).pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (): Promise<StreamFrame> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const data = block.split("\n").find((line) => line.startsWith("data: "));
        if (data) return StreamFrame.parse(JSON.parse(data.slice(6)));
      } else {
        const { value, done } = await reader.read();
        if (done) throw new Error("The stream ended");
        text += value;
      }
    }
  };
  return { next, cut: () => void reader.cancel() };
}

function queue<T>() {
  const ready: T[] = [];
  const waiting: ((item: T) => void)[] = [];
  const put = (item: T) => {
    const taker = waiting.shift();
    if (taker) taker(item);
    else ready.push(item);
  };
  const take = () => new Promise<T>((resolve) => (ready.length > 0 ? resolve(must(ready.shift())) : waiting.push(resolve)));
  return { put, take };
}

async function take(watcher: Watcher, count: number): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  while (events.length < count) {
    const frame = await watcher.next();
    if (frame.kind === "event") events.push(frame.event);
  }
  return events;
}

async function toCaughtUp(watcher: Watcher): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for (;;) {
    const frame = await watcher.next();
    if (frame.kind === "caughtUp") return events;
    if (frame.kind === "event") events.push(frame.event);
  }
}

/** A job in three writes, six events. */
async function work(stream: Stream, jobId: string, after: (write: number) => Promise<void> = async () => {}) {
  await stream.enqueue({
    jobId,
    sessionId: "ses_1",
    projectId: "prj_1",
    organizationId: "org_1",
    messageId: "msg_u",
    text: "Wish",
    deliver: "queue",
    events: [{ type: "job.queued", data: { messageId: "msg_u", deliver: "queue" } }],
  });
  await after(1);
  const begun = await stream.begin(jobId);
  if (begun.state !== "begun") throw new Error(begun.state);
  const job = { jobId, fence: begun.fence };
  await stream.append({ ...job, events: [delta("Hel"), delta("lo"), { type: "file.writing", data: { path: "src/App.tsx", lines: 3 } }] });
  await after(2);
  await stream.append({ ...job, events: [{ type: "file.written", data: { path: "src/App.tsx", lines: 9, added: 9, removed: 0 } }] });
  await after(3);
  return job;
}
const EVENTS = 5;

describe.each([
  ["WebSocket", overSocket],
  ["server-sent events", overEvents],
] as const)("a session watched over %s", (name, join) => {
  it("and cut after any event shows the rest once it is back: no gap, no repeat", async () => {
    for (let cut = 0; cut <= EVENTS; cut++) {
      const stream = streamOf(`cut ${cut} ${name}`);
      const first = await join(stream, 0);
      const seen = take(first, cut);
      await work(stream, "job_1");
      const before = await seen;
      first.cut();
      await stream.post([delta("meanwhile")]);
      const second = await join(stream, before.at(-1)?.seq ?? 0);
      const replayed = await toCaughtUp(second);
      await stream.post([delta("live")]);
      const live = await take(second, 1);
      second.cut();
      expect([...before, ...replayed, ...live].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect([...before, ...replayed, ...live]).toEqual(await stream.read({ after: 0, limit: 100 }));
    }
  });

  it("and cut in the middle of a job that then ends gets each later event once, compacted", async () => {
    const stream = streamOf(`ended ${name}`);
    const first = await join(stream, 0);
    const seen = take(first, 2);
    const job = await work(stream, "job_1");
    const before = await seen;
    first.cut();
    await stream.finish({
      ...job,
      events: [
        { type: "message.assistant", data: { messageId: "msg_a", text: "Hello" } },
        { type: "job.done", data: { summary: "", version: null, ms: 1 } },
      ],
    });
    const second = await join(stream, last(before).seq);
    expect((await toCaughtUp(second)).map(({ seq, type }) => [seq, type])).toEqual([
      [5, "file.written"],
      [6, "message.assistant"],
      [7, "job.done"],
    ]);
    second.cut();
  });

  it("shows two watchers the same, whenever they came", async () => {
    const stream = streamOf(`two ${name}`);
    const early = await join(stream, 0);
    const watching = take(early, EVENTS);
    const late: Promise<StreamEvent[]>[] = [];
    await work(stream, "job_1", async () => {
      const watcher = await join(stream, 0);
      late.push(take(watcher, EVENTS).finally(watcher.cut));
    });
    const all = await watching;
    early.cut();
    expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    for (const events of await Promise.all(late)) expect(events).toEqual(all);
  });
});

it("keeps its sockets, its log and its jobs when the object is evicted", async () => {
  const stream = streamOf("evicted");
  const watcher = await overSocket(stream, 0);
  const job = await work(stream, "job_1");
  await take(watcher, EVENTS);
  await evictDurableObject(stubOf("evicted"));
  expect(await stream.append({ ...job, events: [delta("after")] })).toMatchObject({ ok: true, seq: EVENTS + 1 });
  expect(await take(watcher, 1)).toMatchObject([{ seq: EVENTS + 1, data: { text: "after" } }]);
  expect(await stream.begin("job_1")).toEqual({ state: "leased" });
  expect(await stream.append({ jobId: "job_1", fence: job.fence - 1, events: [delta("stale")] })).toEqual({
    ok: false,
    code: "stale_lease",
  });
  watcher.cut();
});

it("lets no reader who does not read pile up events without end, and serves the others all the same", async () => {
  const stream = streamOf("slow");
  const idle = await stream.fetch("http://stream/", { headers: granted });
  const watcher = await overSocket(stream, 0);
  const batch = Array.from({ length: 1000 }, (_, index) => delta(String(index)));
  for (let post = 0; post < 25; post++) await stream.post(batch);
  expect((await take(watcher, 25_000)).at(-1)?.seq).toBe(25_000);
  const waited = [...(await new Response(idle.body).text()).matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq));
  expect(waited.length).toBeLessThan(21_000);
  expect(waited).toEqual(waited.map((_, index) => index + 1));
  watcher.cut();
});

it("begins at the start when it is asked for nonsense", async () => {
  const stream = streamOf("nonsense");
  await stream.post([delta("a")]);
  for (const after of ["-1", "x", "1e3", "99999999999999999999"]) {
    const response = await stream.fetch(`http://stream/?after=${after}`, { headers: { ...granted, upgrade: "websocket" } });
    const socket = must(response.webSocket);
    const frames = queue<StreamFrame>();
    socket.addEventListener("message", ({ data }) => frames.put(StreamFrame.parse(JSON.parse(String(data)))));
    socket.accept();
    expect(await frames.take()).toMatchObject({ kind: "event", event: { seq: 1 } });
    socket.close();
  }
});
