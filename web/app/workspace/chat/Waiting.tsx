/** Messages that wait for the job before them. Each can be taken back, or taken back to be changed. */
import { Pencil, X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { IconButton } from "../../components/IconButton.tsx";
import { failureText, stopJob } from "../actions.ts";
import { waitingMessages } from "../stream/state.ts";
import { useSession, useWorkspace } from "../WorkspaceContext.tsx";

export function Waiting({ onChange }: { onChange: (text: string) => void }) {
  const session = useSession((state) => state);
  const { readOnlyReason } = useWorkspace();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const waiting = waitingMessages(session);
  if (waiting.length === 0) return null;
  const takeBack = async (jobId: string) => {
    setLeaving((before) => new Set(before).add(jobId));
    const failure = await stopJob(jobId);
    if (failure) toast.error(failureText(failure));
    return failure === null;
  };
  return (
    <ul className="mb-2 space-y-1" aria-label="Messages that wait">
      {waiting.map(({ job, message }) => (
        <li key={job.id} className="flex items-center gap-1 rounded-control bg-text/4 pl-2.5 text-sm">
          <span className="shrink-0 text-muted">queued:</span>
          <span className="min-w-0 flex-1 truncate">{message.text}</span>
          <IconButton
            label="Change this message"
            size="icon-sm"
            disabledReason={readOnlyReason}
            disabled={leaving.has(job.id) || readOnlyReason !== null}
            onClick={async () => (await takeBack(job.id)) && onChange(message.text)}
          >
            <Pencil />
          </IconButton>
          <IconButton
            label="Take this message back"
            size="icon-sm"
            busy={leaving.has(job.id)}
            disabledReason={readOnlyReason}
            onClick={() => takeBack(job.id)}
          >
            <X />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
