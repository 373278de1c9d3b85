/** Under the preview: how many things are wrong in the app, and on a press which. */
import { ChevronUp } from "lucide-react";
import { useState } from "react";
import { StatusDot } from "../../components/Badge.tsx";
import { cn } from "../../components/cn.ts";
import { ProblemRow } from "./ProblemRow.tsx";
import { useProblems } from "./use-problems.ts";

export function ProblemsPanel() {
  const { shown, ...actions } = useProblems();
  const [open, setOpen] = useState(false);
  const none = shown.length === 0;
  return (
    <section aria-label="Problems of the app" className={cn("shrink-0 border-t border-border bg-surface", none && "max-sm:hidden")}>
      <button
        type="button"
        aria-expanded={open && !none}
        disabled={none}
        onClick={() => setOpen(!open)}
        className="flex h-8 w-full items-center gap-2 px-3 text-sm text-muted hover:enabled:text-text pointer-coarse:h-10"
      >
        <StatusDot status={none ? "none" : "broken"} />
        Problems {shown.length}
        {!none && <ChevronUp aria-hidden="true" className={cn("ml-auto size-4 transition-transform", open && "rotate-180")} />}
      </button>
      {open && !none && (
        <ul className="max-h-56 divide-y divide-border overflow-y-auto border-t border-border">
          {shown.map((problem) => (
            <li key={problem.key} className="py-2 pr-2 pl-3">
              <ProblemRow problem={problem} actions={actions} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
