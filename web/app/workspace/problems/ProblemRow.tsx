/** One thing that is wrong in the running app: what, where, how often, and a press that sends it to the agent. */
import type { Reporter } from "@edgewright/contracts";
import { X } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { count } from "../../components/figures.ts";
import { IconButton } from "../../components/IconButton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { FileLink } from "../chat/FindingList.tsx";
import type { PreviewProblem } from "../stream/state.ts";
import type { useProblems } from "./use-problems.ts";

const WHAT = { browser: "In the browser", server: "On the server", request: "Failed request" } as const;

/** An app's page may be anybody's who has its link, and so may what it reports. */
const WHO: Record<Reporter, string> = {
  editor: "seen by an editor",
  viewer: "seen by a viewer",
  visitor: "reported by a visitor with the link",
};

interface ProblemRowProps {
  problem: PreviewProblem;
  actions: Omit<ReturnType<typeof useProblems>, "shown">;
}

export function ProblemRow({ problem, actions: { handled, fix, dismiss } }: ProblemRowProps) {
  const { error, key, by } = problem;
  const notAllowed = useWhyNot("message.send");
  const asked = handled[key] === "asked";
  return (
    <div className="flex items-start gap-1 text-sm">
      <div className="min-w-0 flex-1">
        <p className="line-clamp-3 break-words" title={error.message}>
          {error.message}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted">
          <span className="font-medium text-danger">{WHAT[error.source]}</span>
          <FileLink file={error.file} line={error.line} />
          {error.source !== "server" && <span className="break-all">on {error.path}</span>}
          <span>{WHO[by]}</span>
          {problem.count > 1 && <span className="tabular-nums">{count(problem.count, "time")}</span>}
        </p>
      </div>
      <Button
        size="sm"
        className="ml-1"
        onClick={() => void fix(problem)}
        busy={handled[key] === "sending"}
        disabledReason={notAllowed ?? (asked && "The agent was asked to fix this.")}
      >
        {asked ? "Asked" : "Fix"}
      </Button>
      <IconButton size="icon-sm" label="Dismiss" onClick={() => dismiss(key)}>
        <X />
      </IconButton>
    </div>
  );
}
