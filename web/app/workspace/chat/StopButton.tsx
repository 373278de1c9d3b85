/** Stops the job at work. What was kept is said by its card. */
import { Square } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { toast } from "../../components/toast.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { failureText, stopJob } from "../actions.ts";
import type { JobCard } from "../stream/state.ts";

export function StopButton({ job }: { job: JobCard }) {
  const notAllowed = useWhyNot("job.cancel");
  const [stopping, setStopping] = useState<string | null>(null);
  const stop = async () => {
    setStopping(job.id);
    const failure = await stopJob(job.id);
    if (!failure) return;
    setStopping(null);
    toast.error(failureText(failure));
  };
  return (
    <Button size="sm" onClick={stop} busy={stopping === job.id} disabledReason={notAllowed}>
      <Square className="size-3! fill-current" />
      Stop
    </Button>
  );
}
