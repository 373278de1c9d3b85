/** `GET /api/sessions/:id/stream?after=SEQ`: WebSocket or server-sent events, both answered by the session's object. */
import { GRANT_HEADER, type Grant } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { holderOf } from "../../http/caller.ts";
import { operation } from "../../http/operation.ts";

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
  needs: ["stream"],
  async handle({ services, caller, session, request }) {
    const headers = new Headers();
    for (const name of FORWARDED) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const grant: Grant = { projectId: session.projectId, holder: holderOf(caller) };
    headers.set(GRANT_HEADER, JSON.stringify(grant));
    return ok(await services.stream(session.id).fetch(new Request(request.url, { headers })));
  },
});
