/** Stops the job at work. What was kept is said by its card. */
import { Square } from "lucide-react";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { stopJob } from "../actions.ts";
import type { JobCard } from "../stream/state.ts";

export function StopButton({ job }: { job: JobCard }) {
  const notAllowed = useWhyNot("job.cancel");
  const { busy, run } = useAction(() => stopJob(job.id), { lasts: true, raises: true });
  return (
    <Button size="sm" onClick={() => void run()} busy={busy} disabledReason={notAllowed}>
      <Square className="size-3! fill-current" />
      Stop
    </Button>
  );
}
