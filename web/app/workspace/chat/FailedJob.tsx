/** A job that failed: what happened, what is still live, the one thing to do now. */
import { FailureCard } from "../../components/FailureCard.tsx";
import type { JobCard, JobEnd } from "../stream/state.ts";
import { FindingList } from "./FindingList.tsx";
import { keptText } from "./kept.ts";
import { NextStepButtons } from "./NextStepButtons.tsx";
import { nextStep } from "./next-step.ts";

export function FailedJob({ card, end }: { card: JobCard; end: Extract<JobEnd, { kind: "failed" }> }) {
  const { error, findings, kept } = end;
  const step = nextStep(error, kept);
  const list = findings.length > 0 ? <FindingList findings={findings} /> : undefined;
  // What it could not get past is the reason, so it is in sight.
  const stuck = error.code === "repair_stuck";
  return (
    <FailureCard
      tone={step === "settings" || error.retry || stuck ? "warning" : "danger"}
      title={error.message}
      action={step === "none" ? undefined : <NextStepButtons jobId={card.id} step={step} />}
      details={stuck ? undefined : list}
    >
      {keptText(kept)} {error.next}
      {stuck && list && <div className="mt-2">{list}</div>}
    </FailureCard>
  );
}
