/** `POST /api/jobs/:id/retry`: the same message once more. */
import { deliverOutbox, retryJob as retry } from "@edgewright/chat";
import { RetryJob, SentMessage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { chooseModel } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const retryJob = operation({
  method: "post",
  path: "/api/jobs/{job}/retry",
  summary: "Try a job again",
  tag: "Jobs",
  permission: "job.retry",
  on: "job",
  body: RetryJob,
  status: 202,
  returns: SentMessage,
  needs: ["clock", "jobs", "messages", "modelSources", "outboxDeps"],
  async handle({ services, caller, project, organizationId, job, body }) {
    const model = await chooseModel(services, organizationId, body.model ?? job.model);
    if (!model.ok) return model;
    const posted = await retry(services, { project, job, model: model.value, keep: false, origin: caller.origin });
    if (!posted.ok) return posted;
    await deliverOutbox(services.outboxDeps, posted.value.outbox);
    return ok({ messageId: posted.value.messageId, jobId: posted.value.jobId });
  },
});
