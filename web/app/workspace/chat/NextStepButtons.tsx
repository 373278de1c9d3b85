/** What can be done about a job that ended early: one primary action, the other way beside it. */
import { Link } from "react-router";
import { Button, buttonClass } from "../../components/Button.tsx";
import type { NextStep } from "./next-step.ts";
import { useStartAgain } from "./use-start-again.ts";

export function NextStepButtons({ jobId, step }: { jobId: string; step: Exclude<NextStep, "none"> }) {
  const startAgain = useStartAgain(jobId);
  if (step === "retry")
    return (
      <Button size="sm" variant="primary" {...startAgain("retry")}>
        Retry
      </Button>
    );
  return (
    <>
      {step === "settings" ? (
        <Link to="/settings/models" className={buttonClass({ variant: "primary", size: "sm" })}>
          Open settings
        </Link>
      ) : (
        <Button size="sm" variant="primary" {...startAgain("continue")}>
          Continue
        </Button>
      )}
      <Button size="sm" {...startAgain("retry")}>
        {step === "settings" ? "Retry" : "Start again"}
      </Button>
    </>
  );
}
