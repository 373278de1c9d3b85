/** The new version would take values out of the app's rows: a person agrees, or keeps them. */
import type { DataPlan } from "@edgewright/contracts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useAnswer } from "../actions.ts";
import { DataSteps } from "../data/DataSteps.tsx";

export default function DataLossQuestion({ jobId, plan }: { jobId: string; plan: DataPlan }) {
  const notAllowed = useWhyNot("job.answer");
  const answer = useAnswer();
  const decide = (what: "agree" | "keep") =>
    answer({ kind: "data", jobId, accepts: what === "agree" ? plan.steps.map(({ key }) => key) : [] });
  const { running, failure, run } = useAction(decide, { lasts: true });
  const buttonFor = (what: "agree" | "keep") => ({
    ...{ size: "sm" as const, busy: running?.[0] === what, disabled: running !== null, disabledReason: notAllowed },
    onClick: () => void run(what),
  });
  return (
    <FailureCard
      tone="warning"
      title="The app's rows would lose something"
      action={
        <>
          <Button variant="danger" {...buttonFor("agree")}>
            Make the change
          </Button>
          <Button {...buttonFor("keep")}>Keep the values</Button>
        </>
      }
    >
      <DataSteps plan={plan} />
      <p className="mt-1.5 text-muted">A snapshot is made first: History brings all of it back.</p>
      {notAllowed && <p className="mt-1 text-muted">{notAllowed}</p>}
      <FailureNote failure={failure} className="mt-1" />
    </FailureCard>
  );
}
