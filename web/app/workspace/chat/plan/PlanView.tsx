/** A job's plan, each step with the files being written for it. */
import { cn } from "../../../components/cn.ts";
import { estimateText } from "../../../components/figures.ts";
import type { FileWork, JobCard } from "../../stream/state.ts";
import { FileLine } from "../FileLine.tsx";
import { StateMark } from "../StateMark.tsx";

export function PlanView({ card }: { card: JobCard }) {
  const { plan, files } = card;
  const planned = new Set(plan.flatMap((step) => step.files));
  const others = files.filter((file) => !planned.has(file.path));
  const done = plan.filter((step) => step.state === "done" || step.state === "skipped").length;
  return (
    <div>
      {plan.length > 0 && (
        <>
          <div className="flex items-baseline justify-between">
            <span className="text-sm font-medium text-muted">Plan</span>
            <span className="text-sm text-muted tabular-nums">
              {card.end === null && card.estimate && estimateText(card.estimate) !== "" && `${estimateText(card.estimate)} · `}
              {done} of {plan.length}
            </span>
          </div>
          <ol className="mt-1 space-y-1">
            {plan.map((step) => (
              <li key={step.id}>
                <div className="flex gap-2">
                  <StateMark state={step.state} />
                  <span className={cn("min-w-0", (step.state === "pending" || step.state === "skipped") && "text-muted")}>
                    {step.title}
                  </span>
                </div>
                {card.end === null && step.state === "active" && <Files files={files.filter((file) => step.files.includes(file.path))} />}
              </li>
            ))}
          </ol>
        </>
      )}
      {card.end === null && <Files files={latest(others)} className={plan.length > 0 ? "mt-1" : undefined} />}
    </div>
  );
}

/** Of many files outside the plan, the last few. */
const latest = (files: FileWork[]) => files.slice(-4);

const Files = ({ files, className }: { files: FileWork[]; className?: string }) =>
  files.length === 0 ? null : (
    <ul className={cn("ml-6", className)}>
      {files.map((file) => (
        <FileLine key={file.path} file={file} />
      ))}
    </ul>
  );
