/** `GET /api/jobs/:id` */
import { Job } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { jobView } from "./job-view.ts";

export const getJob = operation({
  method: "get",
  path: "/api/jobs/{job}",
  summary: "One job of the agent",
  tag: "Jobs",
  permission: "job.read",
  on: "job",
  returns: Job,
  handle: async ({ job }) => ok(jobView(job)),
});
