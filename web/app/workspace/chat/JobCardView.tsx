/** One living card per job: plan, files and checks while it works, a line once it is done. */
import { Badge } from "../../components/Badge.tsx";
import type { JobCard } from "../stream/state.ts";
import { ChecksView, useNow } from "./ChecksView.tsx";
import { duration } from "./duration.ts";
import { JobEnded } from "./JobEnded.tsx";
import { PlanView } from "./PlanView.tsx";

const WORDS: Record<JobCard["status"], string> = {
  queued: "Starting",
  planning: "Planning",
  generating: "Writing",
  checking: "Checking",
  fixing: "Repairing",
  building: "Going live",
  waiting: "Waiting for you",
  done: "Done",
  failed: "Failed",
  cancelled: "Stopped",
};

export function JobCardView({ card, latest }: { card: JobCard; latest: boolean }) {
  if (card.end !== null) return <JobEnded card={card} end={card.end} latest={latest} />;
  return (
    <section aria-label="Work in progress" aria-busy="true" className="rounded-card border border-border bg-surface text-base">
      <header className="flex h-9 items-center gap-2 border-b border-border px-3">
        <Badge tone={card.status === "fixing" ? "warning" : "info"}>{WORDS[card.status]}</Badge>
        <span className="ml-auto text-sm text-muted tabular-nums">
          <Running since={card.startedAt ?? card.queuedAt} />
        </span>
      </header>
      <div className="space-y-3 p-3 empty:hidden">
        {(card.plan.length > 0 || card.files.length > 0) && <PlanView card={card} />}
        <ChecksView card={card} />
      </div>
    </section>
  );
}

function Running({ since }: { since: number }) {
  const now = useNow(true);
  return <>{now === null ? "" : duration(Math.max(1000, now - since))}</>;
}
