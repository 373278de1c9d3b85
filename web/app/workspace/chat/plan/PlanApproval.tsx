/** A plan that waits for approval: titles can be edited, steps moved, struck and brought back before anything is spent on them. */
import type { PlanStep } from "@edgewright/contracts";
import { useAction } from "../../../api/use-action.ts";
import { Button } from "../../../components/Button.tsx";
import { FailureNote } from "../../../components/FailureNote.tsx";
import { estimateText } from "../../../components/figures.ts";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import { stopJob, useAnswer } from "../../actions.ts";
import type { JobCard } from "../../stream/state.ts";
import { useReorder } from "../reorder.ts";
import { useKept } from "../use-kept.ts";
import { EditableStep } from "./EditableStep.tsx";
import { approvedSteps, asProposed, editedPlan, moveStep, PlanEdits, renameStep, strikeStep } from "./plan-edits.ts";

const readEdits = (kept: unknown) => PlanEdits.safeParse(kept).data;

export default function PlanApproval({ card }: { card: JobCard }) {
  const notAllowed = useWhyNot("job.answer");
  const proposed: PlanStep[] = card.plan;
  const key = `plan:${card.id}:${proposed.map(({ id, title }) => `${id} ${title}`).join("\n")}`;
  const [edits, setEdits, forget] = useKept(key, readEdits, asProposed);
  const steps = editedPlan(proposed, edits);
  const reorder = useReorder(
    steps.map(({ id }) => id),
    (id, before) => setEdits(moveStep(proposed, edits, id, before)),
  );
  const kept = approvedSteps(proposed, edits);
  const { approval, stop, busy, failure } = useDecision(card.id, forget);
  const locked = notAllowed !== null || busy;
  return (
    <div>
      <div className="flex items-baseline justify-between gap-2">
        <span className="text-sm font-medium text-muted">Plan</span>
        {card.estimate && <span className="text-sm text-muted tabular-nums">{estimateText(card.estimate)}</span>}
      </div>
      <ol className="mt-1.5 space-y-1">
        {steps.map((step, index) => (
          <EditableStep
            key={step.id}
            step={step}
            number={index + 1}
            locked={locked}
            reorder={reorder}
            onTitle={(title) => setEdits(renameStep(edits, step.id, title))}
            onStrike={() => setEdits(strikeStep(edits, step.id))}
          />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          size="sm"
          busy={approval.busy}
          disabled={busy}
          disabledReason={notAllowed ?? (kept.length === 0 && "Every step is struck. Bring one back, or stop.")}
          onClick={() => void approval.run(kept)}
        >
          Approve and build
        </Button>
        <Button size="sm" busy={stop.busy} disabled={busy} disabledReason={notAllowed} onClick={() => void stop.run()}>
          Stop
        </Button>
      </div>
      {notAllowed !== null && <p className="mt-2 text-sm text-muted">{notAllowed}</p>}
      <FailureNote failure={failure} className="mt-2" />
    </div>
  );
}

/** At work once it is sent: the card changes when the stream says so. */
function useDecision(jobId: string, decided: () => void) {
  const answer = useAnswer();
  const approve = async (steps: PlanStep[]) => {
    const refused = await answer({ kind: "plan", jobId, steps });
    if (!refused) decided();
    return refused;
  };
  const approval = useAction(approve, { lasts: true });
  const stop = useAction(() => stopJob(jobId), { lasts: true });
  return { approval, stop, busy: approval.busy || stop.busy, failure: approval.failure ?? stop.failure };
}
