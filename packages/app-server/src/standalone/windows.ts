/** The open windows of an app, by their WebSockets. */
import type { DataScope } from "@edgewright/contracts";
import type { WebSocket } from "ws";
import type { Window } from "../own/app-data.ts";

export class Windows {
  readonly #open = new Map<WebSocket, DataScope>();

  add(socket: WebSocket, scope: DataScope): void {
    this.#open.set(socket, scope);
    socket.on("close", () => this.#open.delete(socket));
    socket.on("error", () => socket.terminate());
    socket.on("message", (text) => String(text) === "ping" && socket.send("pong"));
  }

  *all(): Iterable<Window> {
    for (const [socket, scope] of this.#open) yield { scope, send: (text) => socket.send(text) };
  }
}
