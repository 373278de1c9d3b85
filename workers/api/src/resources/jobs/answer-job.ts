/** `POST /api/sessions/:id/answers`: what a waiting job waits for: answers, an approved plan, or leave to spend more. */

import { resumeWithAnswer } from "@edgewright/chat";
import { AnswerJob, Job } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { jobView } from "./job-view.ts";

export const answerJob = operation({
  method: "post",
  path: "/api/sessions/{session}/answers",
  summary: "Answer a job that waits",
  tag: "Conversation",
  permission: "job.answer",
  on: "session",
  body: AnswerJob,
  status: 202,
  returns: Job,
  needs: ["clock", "jobs", "meter", "outbox", "questionings", "stream"],
  async handle({ services, caller, organizationId, session, body }) {
    const job = await services.jobs.get(body.jobId);
    if (job?.sessionId !== session.id) return fail("not_found", "There is no such job in this conversation.", { next: "Reload the page." });
    const answered = await resumeWithAnswer(services, caller, { organizationId, job }, body);
    return answered.ok ? ok(jobView(job)) : answered;
  },
});
