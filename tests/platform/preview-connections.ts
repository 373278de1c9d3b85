/** Connections to a preview host that stay open, seen from outside: a WebSocket until it is closed, a stream until it ends. */
import { type IncomingMessage, type RequestOptions, request } from "node:http";
import type { Duplex } from "node:stream";

/** libc does not resolve `*.localhost`: it connects to loopback and names the host itself. */
function optionsOf(url: string, cookie: string): RequestOptions {
  const { host, port, pathname, search, origin } = new URL(url);
  return { host: "127.0.0.1", port, path: pathname + search, headers: { host, origin, cookie } };
}

/** Opens a WebSocket; resolves once it is open, with what resolves once it is closed, with the code. */
export function openSocket(url: string, cookie: string): Promise<{ closed: Promise<number> }> {
  const { headers, ...options } = optionsOf(url, cookie);
  const upgrade = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": btoa("0123456789abcdef"),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...options, headers: { ...headers, ...upgrade } });
    outgoing.once("upgrade", (_, socket, head) => resolve({ closed: closeCode(socket, head) }));
    outgoing.once("response", ({ statusCode }) => reject(new Error(`${url} → ${statusCode}`)));
    outgoing.once("error", reject);
    outgoing.end();
  });
}

const CLOSE = 8;

/** The code of the close frame. Frames of a server are not masked; none of these is long. */
function closeCode(socket: Duplex, head: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let seen = head;
    const read = () => {
      while (seen.length >= 2) {
        const short = seen.readUInt8(1);
        const start = short === 126 ? 4 : 2;
        if (seen.length < start) return;
        const length = short === 126 ? seen.readUInt16BE(2) : short;
        if (seen.length < start + length) return;
        if ((seen.readUInt8(0) & 15) === CLOSE) return resolve(length < 2 ? 1005 : seen.readUInt16BE(start));
        seen = seen.subarray(start + length);
      }
    };
    socket.on("data", (chunk: Buffer) => {
      seen = Buffer.concat([seen, chunk]);
      read();
    });
    socket.once("close", () => reject(new Error("The connection was lost without a word")));
    read();
  });
}

/** Opens a stream; resolves once its first piece is there, with what resolves once there will be no more. */
export function openStream(url: string, cookie: string): Promise<{ first: string; ended: Promise<void> }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(optionsOf(url, cookie), (response: IncomingMessage) => {
      const ended = new Promise<void>((over) => {
        response.once("close", () => over());
        response.once("error", () => over());
      });
      response.once("data", (chunk: Buffer) => resolve({ first: chunk.toString(), ended }));
    });
    outgoing.once("error", reject);
    outgoing.end();
  });
}
