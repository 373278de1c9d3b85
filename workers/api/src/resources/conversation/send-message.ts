/** `POST /api/sessions/:id/messages`: stored and queued before it answers; the work itself shows in the stream. */

import { addMessage } from "@edgewright/chat";
import { SendMessage, SentMessage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { chooseModel } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const sendMessage = operation({
  method: "post",
  path: "/api/sessions/{session}/messages",
  summary: "Say something to the agent",
  tag: "Conversation",
  permission: "message.send",
  on: "session",
  body: SendMessage,
  status: 202,
  returns: SentMessage,
  needs: ["clock", "jobs", "messages", "modelSources", "outboxDeps"],
  async handle({ services, caller, project, session, body: { text, model: asked, deliver } }) {
    const model = await chooseModel(services, project.organizationId, asked, project.settings.model);
    if (!model.ok) return model;
    const posted = await addMessage(services, caller, { project, text, model: model.value, deliver }, session);
    return posted.ok ? ok({ messageId: posted.value.messageId, jobId: posted.value.jobId }) : posted;
  },
});
