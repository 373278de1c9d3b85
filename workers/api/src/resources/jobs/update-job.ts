/** `PATCH /api/jobs/:id`: changes a message that waits for its turn: its text, how it is delivered, its place. */
import { parsePrompt } from "@edgewright/chat";
import { Job, UpdateJob } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { jobView } from "./job-view.ts";

export const updateJob = operation({
  method: "patch",
  path: "/api/jobs/{job}",
  summary: "Change a message that waits",
  tag: "Jobs",
  permission: "job.update",
  on: "job",
  body: UpdateJob,
  returns: Job,
  needs: ["stream"],
  async handle({ services, caller, organizationId, job, body }) {
    const text = body.text === undefined ? ok(undefined) : parsePrompt(body.text);
    if (!text.ok) return text;
    // The stream knows whether it still waits; from there the text and the log's line come to the database.
    const by = { organizationId, origin: caller.origin };
    const amended = await services.stream(job.sessionId).amend({ jobId: job.id, ...body, text: text.value, by });
    if (amended !== "amended")
      return fail("conflict", "The agent has already taken this message up.", { next: "Send another message with what should change." });
    return ok(jobView(job));
  },
});
