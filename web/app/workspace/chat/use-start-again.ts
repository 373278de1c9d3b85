/** Lets a job that failed or was stopped begin once more, or go on from what it left. */
import { useAction } from "../../api/use-action.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { continueJob, retryJob } from "../actions.ts";

const WAYS = { retry: retryJob, continue: continueJob };
export type Way = keyof typeof WAYS;

export function useStartAgain(jobId: string) {
  const disabledReason = useWhyNot("job.retry");
  const { running, run } = useAction((way: Way) => WAYS[way](jobId), { raises: true });
  /** What a button for this way needs. */
  return (way: Way) => ({ onClick: () => void run(way), busy: running?.[0] === way, disabled: running !== null, disabledReason });
}
