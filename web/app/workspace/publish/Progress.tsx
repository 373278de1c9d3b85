/** How far a deployment is, and how it ended. */
import { type Deployment, OPEN_DEPLOYMENT_STATUSES } from "@edgewright/contracts";
import { useEffect, useRef } from "react";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { StatusDot } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { isUnderWay, STEPS } from "./deployment-words.ts";
import { useDeployment } from "./use-deployment.ts";

type Props = { begun: Deployment; onEnded: () => void; onAgain: () => void };

export function Progress({ begun, onEnded, onAgain }: Props) {
  const now = useDeployment(begun) ?? begun;
  const underWay = isUnderWay(now);
  const ended = useRef(onEnded);
  useEffect(() => {
    ended.current = onEnded;
  });
  useEffect(() => {
    if (!underWay) ended.current();
  }, [underWay]);
  if (now.status === "failed" && now.error)
    return (
      <FailureCard
        tone="danger"
        title={`v${now.version} was not published`}
        action={
          <Button size="sm" onClick={onAgain}>
            Look at it again
          </Button>
        }
      >
        <p>{now.error.message}</p>
        {now.error.next && <p className="text-muted">{now.error.next}</p>}
        <p className="text-muted">What was live stays live.</p>
      </FailureCard>
    );
  return (
    <section aria-live="polite" className="space-y-3">
      <h3 className="font-semibold">{headline(now)}</h3>
      {now.status !== "cancelled" && <Steps deployment={now} />}
      {underWay ? (
        <Cancel deployment={now} />
      ) : (
        <Button size="sm" onClick={onAgain}>
          {now.status === "live" ? "Done" : "Look at it again"}
        </Button>
      )}
    </section>
  );
}

function headline({ status, version, stopping }: Deployment): string {
  if (status === "live") return `v${version} is live`;
  if (status === "cancelled") return "Cancelled. What was live stays live.";
  return stopping ? "Stopping" : `Publishing v${version}`;
}

function Steps({ deployment: { status } }: { deployment: Deployment }) {
  const order: readonly string[] = OPEN_DEPLOYMENT_STATUSES;
  const at = status === "live" ? order.length : order.indexOf(status);
  return (
    <ol className="space-y-1">
      {STEPS.map((step) => {
        const place = order.indexOf(step.status);
        const state = place < at ? "done" : place === at ? "at work" : "to come";
        return (
          <li key={step.status} className="flex items-center gap-2" aria-current={state === "at work" ? "step" : undefined}>
            <StatusDot status={state === "done" ? "live" : state === "at work" ? "busy" : "none"} label={state} />
            <span className={state === "to come" ? "text-muted" : ""}>{step.says}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Cancel({ deployment: { id, stopping } }: { deployment: Deployment }) {
  const { project } = useWorkspace();
  const notAllowed = useWhyNot("deployment.cancel");
  const { busy, failure, run } = useAction(async () => {
    const answer = await call("POST", projectPath(project, `/deployments/${id}/cancel`));
    return answer.ok ? null : answer.error;
  });
  return (
    <>
      <FailureNote failure={failure} />
      <Button size="sm" busy={busy || stopping} disabledReason={notAllowed} onClick={() => void run()}>
        Cancel
      </Button>
    </>
  );
}
