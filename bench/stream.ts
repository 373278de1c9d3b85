/** A session's stream: events per second from append to one watcher, and the time until each of many watchers has an event. */
import type { OneProcess } from "./one-process.ts";

const BATCH = 10;

const delta = (text: string) => ({ type: "message.delta", data: { messageId: "msg_bench", text } });

/** Opens a watcher that counts events; `until` resolves when it has seen so many. */
async function watch(url: string) {
  let seen = 0;
  let wake = () => {};
  const socket = new WebSocket(`${url}?after=0`);
  socket.addEventListener("message", ({ data }) => {
    if (String(data).startsWith('{"kind":"event"')) seen++;
    wake();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  const until = async (count: number) => {
    while (seen < count) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { until, close: () => socket.close() };
}

/** Events per second, over `rounds` of `events` appended in batches as the agent's coalesced writes are. */
export async function benchThroughput(platform: OneProcess, rounds: number, events: number): Promise<number[]> {
  const watcher = await watch(platform.socketUrl("SESSION_STREAM", "throughput"));
  const batch = Array.from({ length: BATCH }, (_, index) => delta(`word ${index} of a sentence that somebody reads `));
  const samples: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const started = performance.now();
    const posts = Array.from({ length: events / BATCH }, () => [batch]);
    await Promise.all([platform.call("SESSION_STREAM", "throughput", "post", posts), watcher.until(round * events)]);
    samples.push(events / ((performance.now() - started) / 1000));
  }
  watcher.close();
  return samples;
}

/** Milliseconds from an append to the last of `sockets` watchers having the event. */
export async function benchFanOut(platform: OneProcess, sockets: number, n: number): Promise<number[]> {
  const url = platform.socketUrl("SESSION_STREAM", "fanout");
  const watchers = await Promise.all(Array.from({ length: sockets }, () => watch(url)));
  const samples: number[] = [];
  for (let event = 1; event <= n; event++) {
    const started = performance.now();
    await Promise.all([
      platform.call("SESSION_STREAM", "fanout", "post", [[[delta("x")]]]),
      ...watchers.map((watcher) => watcher.until(event)),
    ]);
    samples.push(performance.now() - started);
  }
  for (const watcher of watchers) watcher.close();
  return samples;
}
