/** A job that has ended: a line when it is done, a card with one action when it was stopped or failed. */
import { FailureCard } from "../../components/FailureCard.tsx";
import { count } from "../../components/figures.ts";
import type { JobCard, JobEnd } from "../stream/state.ts";
import { FailedJob } from "./FailedJob.tsx";
import { JobLine } from "./JobLine.tsx";
import { keptText } from "./kept.ts";
import { NextStepButtons } from "./NextStepButtons.tsx";
import { nextStep } from "./next-step.ts";

export function JobEnded({ card, end, latest }: { card: JobCard; end: JobEnd; latest: boolean }) {
  const worked = card.files.length > 0 || card.plan.length > 0;
  const shownApart = latest && end.kind !== "done";
  const line = worked || end.kind !== "done" ? <JobLine card={card} end={end} brief={shownApart} /> : null;
  if (end.kind === "done" || !shownApart) return line;
  return (
    <div className="space-y-2">
      {worked && line}
      {end.kind === "failed" ? <FailedJob card={card} end={end} /> : <StoppedJob card={card} end={end} />}
    </div>
  );
}

function StoppedJob({ card, end }: { card: JobCard; end: Extract<JobEnd, { kind: "cancelled" }> }) {
  const { draftFiles } = end.kept;
  const step = nextStep(null, end.kept);
  return (
    <FailureCard
      tone="warning"
      title="Stopped."
      action={step !== "none" && <NextStepButtons jobId={card.id} step={step} />}
      details={draftFiles.length > 0 ? `${count(draftFiles.length, "file")} kept as a draft:\n${draftFiles.join("\n")}` : undefined}
    >
      {keptText(end.kept)}
    </FailureCard>
  );
}
