/** `POST /api/projects/:project/sessions`: a new conversation; with a text, its first job starts at once. */
import { auditEntry } from "@edgewright/audit";
import { addMessage, newSession } from "@edgewright/chat";
import { StartedSession, StartSession } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { chooseModel } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const startSession = operation({
  method: "post",
  path: "/api/projects/{project}/sessions",
  summary: "Start a conversation",
  tag: "Conversation",
  permission: "session.create",
  on: "project",
  body: StartSession,
  status: 201,
  returns: StartedSession,
  needs: ["clock", "jobs", "messages", "modelSources", "outboxDeps", "sessions"],
  async handle({ services, caller, project, body: { text, model: asked } }) {
    if (text === undefined) {
      const session = newSession(services.clock, project.id, caller.user.id);
      const what = { scope: project.organizationId, projectId: project.id, action: "conversation.started" as const, subject: session.id };
      await services.sessions.insert(session, auditEntry(services.clock, caller.origin, what));
      return ok({ sessionId: session.id, messageId: null, jobId: null });
    }
    const model = await chooseModel(services, project.organizationId, asked, project.settings.model);
    if (!model.ok) return model;
    const posted = await addMessage(services, caller, { project, text, model: model.value });
    if (!posted.ok) return posted;
    const { sessionId, messageId, jobId } = posted.value;
    return ok({ sessionId, messageId, jobId });
  },
});
