/** What is said in a job becomes part of the conversation that later jobs read. */
import type { MessageRecord } from "@edgewright/chat";
import type { JobRun } from "./job-run.ts";

export const remember = (run: JobRun, said: Pick<MessageRecord, "id" | "role" | "text">): Promise<void> =>
  run.deps.messages.add({
    ...said,
    sessionId: run.job.sessionId,
    authorId: null,
    jobId: run.job.id,
    createdAt: run.deps.clock.now(),
  });
