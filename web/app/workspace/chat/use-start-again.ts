/** Lets a job that failed or was stopped begin once more, or go on from what it left. */
import { useState } from "react";
import { toast } from "../../components/toast.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { continueJob, failureText, retryJob } from "../actions.ts";

const WAYS = { retry: retryJob, continue: continueJob };
export type Way = keyof typeof WAYS;

export function useStartAgain(jobId: string) {
  const disabledReason = useWhyNot("job.retry");
  const [busy, setBusy] = useState<Way | null>(null);
  const start = async (way: Way) => {
    setBusy(way);
    const failure = await WAYS[way](jobId);
    setBusy(null);
    if (failure) toast.error(failureText(failure));
  };
  /** What a button for this way needs. */
  return (way: Way) => ({ onClick: () => void start(way), busy: busy === way, disabled: busy !== null, disabledReason });
}
