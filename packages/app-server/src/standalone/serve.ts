/** An app's host behind Node's HTTP server, with the WebSockets of its live changes. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { WebSocketServer } from "ws";
import { hostOf, type OwnApp, windowScope } from "../own/host.ts";
import type { AppFolder } from "./open-folder.ts";

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

export function listenerOf(app: OwnApp): Listener {
  const host = hostOf(app);
  return getRequestListener((request) => host.fetch(request));
}

export function listenLive(server: Server, { app, windows }: AppFolder): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const asked = new Request(`http://${request.headers.host ?? "localhost"}${request.url ?? "/"}`, { headers: headersOf(request) });
    const scope = await windowScope(app, asked);
    if (scope) sockets.handleUpgrade(request, socket, head, (live) => windows.add(live, scope));
    else refuse(socket);
  };
  server.on("upgrade", (request, socket, head) => {
    // Vite's own socket has another address.
    if (request.url !== "/_app/live") return;
    open(request, socket, head).catch(() => refuse(socket));
  });
}

function refuse(socket: Duplex): void {
  socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
}

function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) for (const one of [value ?? []].flat()) all.append(name, one);
  return all;
}
