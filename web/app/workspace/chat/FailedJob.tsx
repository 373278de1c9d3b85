/** A job that failed: what happened, what is still live, the one thing to do now. */
import type { ErrorCode } from "@edgewright/contracts";
import { Link } from "react-router";
import { Button, buttonClass } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import type { JobCard, JobEnd } from "../stream/state.ts";
import { FindingList } from "./FindingList.tsx";
import { keptText } from "./kept.ts";
import { useRetry } from "./use-retry.ts";

/** Trying again does not help here: the model's key, credit or name must be put right first. */
const IN_SETTINGS: ReadonlySet<ErrorCode> = new Set(["model_auth", "model_credit", "model_unknown"]);
const NO_ACTION: ReadonlySet<ErrorCode> = new Set(["gone", "forbidden"]);

export function FailedJob({ card, end }: { card: JobCard; end: Extract<JobEnd, { kind: "failed" }> }) {
  const { error, findings, kept } = end;
  const { retry, ...state } = useRetry(card.id);
  const settings = IN_SETTINGS.has(error.code);
  return (
    <FailureCard
      tone={settings || error.retry ? "warning" : "danger"}
      title={error.message}
      action={
        NO_ACTION.has(error.code) ? undefined : settings ? (
          <>
            <Link to="/settings/models" className={buttonClass({ variant: "primary", size: "sm" })}>
              Open settings
            </Link>
            <Button size="sm" onClick={retry} {...state}>
              Retry
            </Button>
          </>
        ) : (
          <Button size="sm" variant="primary" onClick={retry} {...state}>
            Retry
          </Button>
        )
      }
      details={findings.length > 0 ? <FindingList findings={findings} /> : undefined}
    >
      {keptText(kept)} {settings ? error.next : null}
    </FailureCard>
  );
}
