/** `POST /api/jobs/:id/cancel`: stops it now if it is queued, at its next step if it runs. */
import { stopJob } from "@edgewright/chat";
import { FINAL_STATUSES, Job } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { jobView } from "./job-view.ts";

const ended = () => fail("conflict", "This job has already come to its end.", { next: "Look at what it left." });

export const cancelJob = operation({
  method: "post",
  path: "/api/jobs/{job}/cancel",
  summary: "Stop a job",
  tag: "Jobs",
  permission: "job.cancel",
  on: "job",
  returns: Job,
  needs: ["clock", "jobs", "outboxDeps", "stream"],
  async handle({ services, caller, organizationId, job }) {
    const by = { organizationId, origin: caller.origin };
    if (FINAL_STATUSES.has(job.status) || !(await stopJob(services, job, by))) return ended();
    return ok(jobView((await services.jobs.get(job.id)) ?? job));
  },
});
