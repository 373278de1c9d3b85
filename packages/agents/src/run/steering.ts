/** What people say to a job while it works or waits: taken from the stream once, told to the model at the next opportunity. */
import type { Outcome, SteeringMessage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { steeringText } from "../prompt/instructions.ts";
import type { JobRun } from "./job-run.ts";

/**
 * Adds to the conversation the messages that people sent at this place in the job (`at`, such as the number of a turn). The
 * first time the place is reached, it also takes those that wait now. Returns how many there were.
 */
export async function takeSteering(run: JobRun, at: string, first: boolean): Promise<Outcome<number>> {
  let count = 0;
  for (let time = 0; ; time++) {
    const step = `steer:${at}.${time}`;
    const earlier = run.done(step) as SteeringMessage[] | undefined;
    if (earlier === undefined) {
      const fresh = first ? await run.lease.takeSteering(step) : ok([]);
      if (!fresh.ok) return fresh;
      if (fresh.value.length > 0) run.note(step, fresh.value);
      return ok(count + (await tell(run, step, fresh.value)));
    }
    count += await tell(run, step, earlier);
  }
}

async function tell(run: JobRun, step: string, messages: SteeringMessage[]): Promise<number> {
  if (run.heard.has(step)) return 0;
  run.heard.add(step);
  for (const { jobId, messageId, text } of messages) {
    run.messages.push({ role: "user", content: steeringText(text) });
    await run.deps.messages.toldTo(messageId, run.job.id);
    await run.deps.jobs.update(jobId, { status: "done", finishedAt: run.deps.clock.now() });
  }
  return messages.length;
}
