/** Starts a job that failed or was stopped once more. */
import { useState } from "react";
import { toast } from "sonner";
import { failureText, retryJob } from "../actions.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";

export function useRetry(jobId: string): { retry: () => Promise<void>; busy: boolean; disabledReason: string | null } {
  const { readOnlyReason: disabledReason } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    const failure = await retryJob(jobId);
    setBusy(false);
    if (failure) toast.error(failureText(failure));
  };
  return { retry, busy, disabledReason };
}
