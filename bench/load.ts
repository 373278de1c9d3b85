/** A load generator for loopback: a fixed number of connections, each with one request at a time, for a fixed time. */
import { Agent, request } from "node:http";

export type Load = { port: number; host: string; path: string; cookie?: string; connections: number; seconds: number };

/** Requests answered with 200 in each whole second. Any other answer ends it. */
export async function load({ port, host, path, cookie, connections, seconds }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const perSecond: number[] = Array.from({ length: seconds }, () => 0);
  const headers = { host, ...(cookie ? { cookie } : {}) };
  const started = performance.now();
  const once = () =>
    new Promise<void>((resolve, reject) => {
      const outgoing = request({ host: "127.0.0.1", port, path, agent, headers }, (response) => {
        response.resume();
        response.on("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(`${path} → ${response.statusCode}`))));
      });
      outgoing.on("error", reject);
      outgoing.end();
    });
  const lane = async () => {
    for (;;) {
      await once();
      const second = Math.floor((performance.now() - started) / 1000);
      if (second >= seconds) return;
      perSecond[second]!++;
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  agent.destroy();
  return perSecond;
}
