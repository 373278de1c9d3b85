/** `GET /api/sessions/:id/events?after=&limit=`: the stream as pages, for the first render and for tests. */
import { EventPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { eventPage } from "./event-page.ts";

export const listEvents = operation({
  method: "get",
  path: "/api/sessions/{session}/events",
  summary: "Events of a conversation, in pages",
  tag: "Conversation",
  permission: "session.read",
  on: "session",
  query: z.object({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(2000).default(1000),
  }),
  returns: EventPage,
  needs: ["stream"],
  handle: async ({ services, session, query }) => ok(await eventPage(services, session.id, query)),
});
