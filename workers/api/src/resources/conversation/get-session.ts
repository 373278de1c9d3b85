/** `GET /api/sessions/:id`: a conversation's messages and open jobs. */
import { Session } from "@edgewright/contracts";
import { iso, ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const getSession = operation({
  method: "get",
  path: "/api/sessions/{session}",
  summary: "One conversation",
  tag: "Conversation",
  permission: "session.read",
  on: "session",
  returns: Session,
  needs: ["jobs", "messages"],
  async handle({ services, session }) {
    const [messages, jobs] = await Promise.all([services.messages.ofSession(session.id), services.jobs.openOfSession(session.id)]);
    return ok({
      id: session.id,
      projectId: session.projectId,
      createdAt: iso(session.createdAt),
      messages: messages.map(({ id, role, text, createdAt, jobId }) => ({ id, role, text, createdAt: iso(createdAt), jobId })),
      openJobs: jobs.map(({ id }) => id),
    });
  },
});
