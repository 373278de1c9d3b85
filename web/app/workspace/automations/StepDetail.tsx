/** What one step did: the mail as it went out or would have, the call, the row. */
import type { StepResult } from "@edgewright/contracts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";

export function StepDetail({ step }: { step: StepResult }) {
  const { go } = useWorkspace();
  if (step.step === "mail")
    return (
      <li className="rounded-card border border-border">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-border px-3 py-2 text-sm">
          <span className="min-w-0 flex-1 break-words">
            <span className="text-muted">To</span> {step.to.join(", ")}
          </span>
          <Sent sent={step.sent} />
        </p>
        <div className="px-3 py-2">
          <p className="font-medium break-words">{step.subject}</p>
          <p className="mt-1 break-words whitespace-pre-line text-muted">{step.text}</p>
        </div>
      </li>
    );
  if (step.step === "call")
    return (
      <li className="rounded-card border border-border">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-border px-3 py-2 text-sm">
          <span className="min-w-0 flex-1 break-all">
            <span className="text-muted">POST</span> {step.url}
            {step.status !== null && <span className="text-muted"> · answered {step.status}</span>}
          </span>
          <Sent sent={step.sent} />
        </p>
        <pre className="overflow-x-auto px-3 py-2 font-mono text-xs">{step.body}</pre>
      </li>
    );
  return (
    <li className="flex items-center gap-2 rounded-card border border-border px-3 py-1.5">
      <span className="min-w-0 flex-1">
        {step.step === "create" ? "Added a row to" : "Changed the row of"} {step.table}
      </span>
      <Button size="sm" variant="ghost" onClick={() => go({ tab: "data", table: step.table })}>
        See the table
      </Button>
    </li>
  );
}

const Sent = ({ sent }: { sent: boolean }) => (sent ? <Badge tone="success">sent</Badge> : <Badge>not sent: preview</Badge>);
