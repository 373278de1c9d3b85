/** An app's host behind Node's HTTP server, with the WebSockets of its live changes. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { WebSocketServer } from "ws";
import { foreignRequest } from "../foreign-request.ts";
import { type AppFolder, appHostOf, letsIn, mayAsk, userOf } from "./host.ts";
import { actorOf } from "./people.ts";

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

export function listenerOf(folder: AppFolder): Listener {
  const host = appHostOf(folder);
  return getRequestListener((request) => host.fetch(request));
}

/** Only what the app itself opens, by whoever may open the app, hears of changes. */
export function listenLive(server: Server, folder: AppFolder): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const open = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const asked = new Request(`http://${request.headers.host ?? "localhost"}${request.url ?? "/"}`, { headers: headersOf(request) });
    if (!mayAsk(folder, asked) || foreignRequest(asked, folder.origin)) return refuse(socket);
    const user = await userOf(folder, asked);
    if (!letsIn(folder.manifest, user)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (live) => folder.data.listen(live, { channel: "current", actor: actorOf(user) }));
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
