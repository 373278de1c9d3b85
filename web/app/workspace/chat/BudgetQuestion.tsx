/** A job has come to its budget, or the organization's: go on for as much again, or stop. */
import type { BudgetReached } from "@edgewright/contracts";
import { useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { money } from "../../components/figures.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useMe } from "../../session.ts";
import { failureText, stopJob, useAnswer } from "../actions.ts";

export default function BudgetQuestion({ jobId, reached }: { jobId: string; reached: BudgetReached }) {
  const notStop = useWhyNot("job.cancel");
  const notAnswer = useWhyNot("job.answer");
  const notRaise = useWhyNot("budget.raise", "organization");
  const me = useMe();
  const answer = useAnswer();
  const [busy, setBusy] = useState<"go" | "stop" | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { scope, limit, spent, needed } = reached;
  const whose = scope === "job" ? "This job" : (me?.organization.name ?? "Your organization");
  const notGo = scope === "organization" ? notRaise : notAnswer;
  const decide = async (what: "go" | "stop", ask: () => Promise<ApiFailure | null>) => {
    setBusy(what);
    const refused = await ask();
    setFailure(refused);
    // Once it is sent, the card goes with the stream.
    if (refused) setBusy(null);
  };
  return (
    <FailureCard
      tone="warning"
      title={`${whose} has reached its budget of ${money(limit)}${scope === "organization" ? " for this month" : ""}.`}
      action={
        <>
          <Button
            size="sm"
            variant="primary"
            busy={busy === "go"}
            disabled={busy !== null}
            disabledReason={notGo}
            onClick={() => void decide("go", () => answer({ kind: "budget", jobId, scope }))}
          >
            Go on for {money(limit)} more
          </Button>
          <Button
            size="sm"
            busy={busy === "stop"}
            disabled={busy !== null}
            disabledReason={notStop}
            onClick={() => void decide("stop", () => stopJob(jobId))}
          >
            Stop
          </Button>
        </>
      }
    >
      {money(spent)} is spent, and the next step may take {money(needed)}.{notGo && <p className="mt-1 text-muted">{notGo}</p>}
      {failure && <p className="mt-1 text-danger">{failureText(failure)}</p>}
    </FailureCard>
  );
}
