/** What automations did, the newest first: each with what was sent, and with its reason and "Retry" where it was given up. */
import type { AutomationRun, AutomationRuns } from "@edgewright/contracts";
import { useState } from "react";
import { useAction } from "../../api/use-action.ts";
import type { Loaded } from "../../api/use-load.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { StepDetail } from "./StepDetail.tsx";
import type { AppAutomations } from "./use-automations.ts";

const STATES = {
  waiting: { tone: "info", says: "waiting" },
  done: { tone: "success", says: "done" },
  dead: { tone: "danger", says: "given up" },
} as const;

export function RunList({ loaded: { answer, reload }, automations }: { loaded: Loaded<AutomationRuns>; automations: AppAutomations }) {
  if (!answer) return null;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="m-6 sm:mx-auto sm:max-w-md" />;
  return (
    <section aria-labelledby="automation-runs" className="p-4">
      <h2 id="automation-runs" className="font-semibold">
        {automations.isPublished ? "What was done" : "What would have been sent"}
      </h2>
      {answer.value.items.length === 0 ? (
        <p className="mt-1 text-muted">Nothing yet. Change a row that sets one off, or press “Try it”.</p>
      ) : (
        <ol className="mt-2 divide-y divide-border">
          {answer.value.items.map((run) => (
            <Run key={run.id} run={run} retry={automations.retry} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Run({ run, retry }: { run: AutomationRun; retry: AppAutomations["retry"] }) {
  const { id, label, state, row, at, reason, nextAt, steps } = run;
  const notAllowed = useWhyNot("automation.update");
  const [open, setOpen] = useState(false);
  const again = useAction(() => retry(id), { raises: true });
  return (
    <li className="py-2.5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1 break-words">
          <p className="font-medium">
            {label}
            {row && <span className="font-normal text-muted"> · {row.title}</span>}
          </p>
          <p className="text-sm text-muted">
            <RelativeTime at={at} />
            {reason && <span> · {reason}</span>}
            {nextAt && (
              <span>
                {" "}
                · tried again <RelativeTime at={nextAt} />
              </span>
            )}
          </p>
        </div>
        <Badge tone={STATES[state].tone}>{STATES[state].says}</Badge>
      </div>
      <div className="mt-1.5 flex gap-1.5">
        {steps.length > 0 && (
          <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Hide what it did" : "What it did"}
          </Button>
        )}
        {state === "dead" && (
          <Button size="sm" busy={again.busy} disabledReason={notAllowed} onClick={() => void again.run()}>
            Retry
          </Button>
        )}
      </div>
      {open && (
        <ul className="mt-2 space-y-2">
          {steps.map((step, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their order
            <StepDetail key={place} step={step} />
          ))}
        </ul>
      )}
    </li>
  );
}
