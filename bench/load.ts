/** A load generator for loopback: a fixed number of connections, each with one request at a time, for a fixed time. Plain sockets, to leave the cores to what is measured. */
import { connect, type Socket } from "node:net";

export type Load = { port: number; host: string; path: string; cookie?: string; connections: number; seconds: number };

/** Requests answered with 200 in each whole second. Any other answer ends it. */
export async function load({ port, host, path, cookie, connections, seconds }: Load): Promise<number[]> {
  const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${cookie ? `Cookie: ${cookie}\r\n` : ""}\r\n`;
  const perSecond = Array.from({ length: seconds }, () => ({ answers: 0 }));
  const started = performance.now();
  const lane = async () => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    try {
      for (;;) {
        socket.write(request);
        await answer(socket, path);
        const second = perSecond[Math.floor((performance.now() - started) / 1000)];
        if (!second) return;
        second.answers++;
      }
    } finally {
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return perSecond.map(({ answers }) => answers);
}

/** Resolves with the end of one answer. */
function answer(socket: Socket, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const hear = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      if (!isWhole(text)) return;
      leave();
      if (text.startsWith("HTTP/1.1 200")) resolve();
      else reject(new Error(`${path} → ${text.slice(0, 200)}`));
    };
    const lost = () => {
      leave();
      reject(new Error(`${path}: the connection was lost`));
    };
    const leave = () => socket.off("data", hear).off("close", lost).off("error", lost);
    socket.on("data", hear).on("close", lost).on("error", lost);
  });
}

function isWhole(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return length === undefined ? text.endsWith("0\r\n\r\n") : text.length >= head + 4 + Number(length);
}
