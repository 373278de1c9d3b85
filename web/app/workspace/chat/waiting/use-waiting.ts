/** What can be done to messages that wait. Each change shows at once, and is taken back with a word where it came too late. */
import type { Delivery, Job, UpdateJob } from "@edgewright/contracts";
import { type ApiFailure, failureOf } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { toast } from "../../../components/toast.ts";
import { cancelJob } from "../../actions.ts";
import type { Prediction } from "../../stream/predictions.ts";
import { type JobCard, waitingMessages } from "../../stream/state.ts";
import { useSession, useWorkspace } from "../../WorkspaceContext.tsx";
import { movedBefore } from "../reorder.ts";

const TOO_LATE = "The agent is already at work on this message.";
const NOTHING_KEPT = { liveVersion: null, draftFiles: [] };

export function useWaiting() {
  const { store } = useWorkspace();
  const session = useSession((state) => state);
  const waiting = waitingMessages(session);

  const change = async (prediction: Prediction, ask: () => Promise<ApiFailure | null>): Promise<ApiFailure | null> => {
    const takeBack = store.predict(prediction);
    const failure = await ask();
    if (!failure) return null;
    takeBack();
    if (failure.code === "conflict") toast.error(TOO_LATE);
    else toast.failure(failure);
    return failure;
  };
  const amend = async (jobId: string, body: UpdateJob) => failureOf(await call<Job>("PATCH", `/api/jobs/${jobId}`, { body }));
  const queue = (jobs: JobCard[]): Prediction => ({
    type: "queue.changed",
    data: { waiting: jobs.map(({ id, deliver }) => ({ jobId: id, deliver })) },
    jobId: null,
  });
  const jobs = waiting.map(({ job }) => job);

  return {
    waiting,
    edit: ({ id, messageId }: JobCard, text: string) =>
      change({ type: "message.edited", data: { messageId, text }, jobId: null }, () => amend(id, { text })),
    deliver: ({ id }: JobCard, deliver: Delivery) =>
      change(queue(jobs.map((job) => (job.id === id ? { ...job, deliver } : job))), () => amend(id, { deliver })),
    move: (jobId: string, before: string | null) => {
      const order = movedBefore(
        jobs.map(({ id }) => id),
        jobId,
        before,
      );
      return change(queue(order.flatMap((id) => jobs.filter((job) => job.id === id))), () => amend(jobId, { before }));
    },
    remove: ({ id }: JobCard) => change({ type: "job.cancelled", data: { kept: NOTHING_KEPT }, jobId: id }, () => cancelJob(id)),
  };
}
