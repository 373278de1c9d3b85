/** What went wrong in the running app, under the preview: where, how often, and a press that sends it to the agent. */
import { ChevronDown, X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { StatusDot } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { cn } from "../../components/cn.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { failureText, useSend } from "../actions.ts";
import { FileLink } from "../chat/FindingList.tsx";
import type { PreviewProblem } from "../stream/state.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { fixRequest } from "./fix-request.ts";

export function Problems({ problems, onDismiss }: { problems: PreviewProblem[]; onDismiss: (key: string) => void }) {
  const [open, setOpen] = useState(true);
  return (
    <section aria-label="Problems of the app" className="shrink-0 border-t border-border bg-surface">
      <button
        type="button"
        aria-expanded={open && problems.length > 0}
        disabled={problems.length === 0}
        onClick={() => setOpen(!open)}
        className="flex h-8 w-full items-center gap-2 px-3 text-sm text-muted hover:enabled:text-text"
      >
        <StatusDot status={problems.length > 0 ? "broken" : "none"} />
        Problems {problems.length}
        {problems.length > 0 && (
          <ChevronDown aria-hidden="true" className={cn("ml-auto size-4 transition-transform", !open && "rotate-180")} />
        )}
      </button>
      {open && problems.length > 0 && (
        <ul className="max-h-48 divide-y divide-border overflow-y-auto border-t border-border">
          {problems.map((problem) => (
            <ProblemRow key={problem.key} problem={problem} onDismiss={() => onDismiss(problem.key)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ProblemRow({ problem, onDismiss }: { problem: PreviewProblem; onDismiss: () => void }) {
  const { error, count } = problem;
  const send = useSend();
  const { readOnlyReason } = useWorkspace();
  const [state, setState] = useState<"idle" | "busy" | "sent">("idle");
  const fix = async () => {
    setState("busy");
    const failure = await send(fixRequest(error));
    setState(failure ? "idle" : "sent");
    if (failure) toast.error(failureText(failure));
  };
  return (
    <li className="flex items-start gap-2 px-3 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="break-words">{error.message}</p>
        <p className="mt-0.5 text-muted">
          <FileLink file={error.file} line={error.line} />
          {error.file !== "" && " · "}
          {error.source === "server" ? "in the server code" : `on ${error.path}`}
          {count > 1 && ` · ${count} times`}
        </p>
      </div>
      <Button
        size="sm"
        onClick={fix}
        busy={state === "busy"}
        disabledReason={readOnlyReason ?? (state === "sent" && "The agent was asked to fix this.")}
      >
        {state === "sent" ? "Asked" : "Fix"}
      </Button>
      <IconButton size="icon-sm" label="Dismiss" onClick={onDismiss}>
        <X />
      </IconButton>
    </li>
  );
}
