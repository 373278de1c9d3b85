/** A job has come to its budget, or the organization's: go on for as much again, or stop. */
import type { BudgetReached } from "@edgewright/contracts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { money } from "../../components/figures.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useMe } from "../../session.ts";
import { stopJob, useAnswer } from "../actions.ts";

export default function BudgetQuestion({ jobId, reached }: { jobId: string; reached: BudgetReached }) {
  const notStop = useWhyNot("job.cancel");
  const notAnswer = useWhyNot("job.answer");
  const notRaise = useWhyNot("budget.raise", "organization");
  const me = useMe();
  const answer = useAnswer();
  const { scope, limit, spent, needed } = reached;
  const whose = scope === "job" ? "This job" : (me?.organization.name ?? "Your organization");
  const notGo = scope === "organization" ? notRaise : notAnswer;
  const decide = (what: "go" | "stop") => (what === "go" ? answer({ kind: "budget", jobId, scope }) : stopJob(jobId));
  const { running, failure, run } = useAction(decide, { lasts: true });
  const buttonFor = (what: "go" | "stop") => ({ busy: running?.[0] === what, disabled: running !== null, onClick: () => void run(what) });
  return (
    <FailureCard
      tone="warning"
      title={`${whose} has reached its budget of ${money(limit)}${scope === "organization" ? " for this month" : ""}.`}
      action={
        <>
          <Button size="sm" variant="primary" {...buttonFor("go")} disabledReason={notGo}>
            Go on for {money(limit)} more
          </Button>
          <Button size="sm" {...buttonFor("stop")} disabledReason={notStop}>
            Stop
          </Button>
        </>
      }
    >
      {money(spent)} is spent, and the next step may take {money(needed)}.{notGo && <p className="mt-1 text-muted">{notGo}</p>}
      <FailureNote failure={failure} className="mt-1" />
    </FailureCard>
  );
}
