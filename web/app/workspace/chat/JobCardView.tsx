/** One living card per job: plan, files and checks while it works, what it waits for, a line once it is done. */
import { lazy, Suspense } from "react";
import { Badge } from "../../components/Badge.tsx";
import { cn } from "../../components/cn.ts";
import { duration, ordinal, takenBy, takenText } from "../../components/figures.ts";
import { awaited, type JobCard } from "../stream/state.ts";
import { ChecksView, useNow } from "./ChecksView.tsx";
import { JobEnded } from "./JobEnded.tsx";
import { JobNotes } from "./JobNotes.tsx";
import { PlanView } from "./plan/PlanView.tsx";

const BudgetQuestion = lazy(() => import("./BudgetQuestion.tsx"));
const DataLossQuestion = lazy(() => import("./DataLossQuestion.tsx"));
const PlanApproval = lazy(() => import("./plan/PlanApproval.tsx"));

const WORDS: Record<JobCard["status"], string> = {
  queued: "Starting",
  planning: "Planning",
  generating: "Writing",
  checking: "Checking",
  fixing: "Repairing",
  building: "Going live",
  waiting: "Needs you",
  done: "Done",
  failed: "Failed",
  cancelled: "Stopped",
};

export function JobCardView({ card, latest }: { card: JobCard; latest: boolean }) {
  if (card.end !== null) return <JobEnded card={card} end={card.end} latest={latest} />;
  const asking = awaited(card);
  const waiting = asking !== null;
  const taken = card.usage ? takenText(takenBy(card.usage)) : "";
  const work = (
    <section
      aria-label="Work in progress"
      aria-busy={!waiting}
      className={cn("rounded-card border bg-surface text-base", waiting ? "border-warning/35" : "border-border")}
    >
      <header className="flex h-9 items-center gap-2 px-3">
        <Badge tone={waiting || card.status === "fixing" ? "warning" : "info"}>
          {card.place > 0 ? `${ordinal(card.place)} in the queue` : WORDS[card.status]}
        </Badge>
        <span className="ml-auto truncate text-sm text-muted tabular-nums">
          {taken}
          {!waiting && <Running since={card.startedAt ?? card.queuedAt} after={taken !== ""} />}
        </span>
      </header>
      <div className="space-y-3 border-t border-border p-3 empty:hidden">
        {asking?.kind === "plan" ? (
          <Suspense fallback={<PlanView card={card} />}>
            <PlanApproval card={card} />
          </Suspense>
        ) : (
          hasWork(card) && <PlanView card={card} />
        )}
        <ChecksView card={card} />
        <JobNotes card={card} />
      </div>
    </section>
  );
  if (asking?.kind !== "budget" && asking?.kind !== "data") return work;
  return (
    <div className="space-y-2">
      {work}
      <Suspense>
        {asking.kind === "budget" ? (
          <BudgetQuestion jobId={card.id} reached={asking.reached} />
        ) : (
          <DataLossQuestion jobId={card.id} plan={asking.plan} />
        )}
      </Suspense>
    </div>
  );
}

/** Something to show beside that it runs. */
export const hasWork = (card: JobCard) => card.plan.length > 0 || card.files.length > 0;

function Running({ since, after }: { since: number; after: boolean }) {
  const now = useNow(true);
  if (now === null) return null;
  return (
    <>
      {after && " · "}
      {duration(Math.max(1000, now - since))}
    </>
  );
}
