/** `GET /api/sessions/:id/stream?after=SEQ`: WebSocket or server-sent events, both answered by the session's object. */
import { ok } from "@edgewright/core";
import { operation } from "../http/operation.ts";

/** The object needs no cookie. */
const FORWARDED = ["upgrade", "connection", "sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol", "last-event-id"];

export const joinStream = operation({
  method: "get",
  path: "/api/sessions/{session}/stream",
  summary: "Follow a conversation live",
  tag: "Conversation",
  permission: "session.read",
  on: "session",
  media: "text/event-stream",
  async handle({ services, session, request }) {
    const headers = new Headers();
    for (const name of FORWARDED) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return ok(await services.stream(session.id).fetch(new Request(request.url, { headers })));
  },
});
