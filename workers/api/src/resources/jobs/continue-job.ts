/** `POST /api/jobs/:id/continue`: goes on from what a job left when it ended early. */
import { deliverOutbox, retryJob } from "@edgewright/chat";
import { ContinueJob, SentMessage } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { chooseModel } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const continueJob = operation({
  method: "post",
  path: "/api/jobs/{job}/continue",
  summary: "Go on from where a job ended early",
  tag: "Jobs",
  permission: "job.continue",
  on: "job",
  body: ContinueJob,
  status: 202,
  returns: SentMessage,
  needs: ["clock", "jobs", "messages", "modelSources", "outboxDeps"],
  async handle({ services, caller, project, organizationId, job, body }) {
    if (job.status === "done") return fail("conflict", "This job has done its work.", { next: "Say what should come next." });
    const model = await chooseModel(services, organizationId, body.model ?? job.model);
    if (!model.ok) return model;
    const posted = await retryJob(services, { project, job, model: model.value, keep: true, origin: caller.origin });
    if (!posted.ok) return posted;
    await deliverOutbox(services.outboxDeps, posted.value.outbox);
    return ok({ messageId: posted.value.messageId, jobId: posted.value.jobId });
  },
});
