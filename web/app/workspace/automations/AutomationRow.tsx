/** One automation: what sets it off, what it does, whether it is on, how it went. */
import type { AutomationView } from "@edgewright/contracts";
import { useAction } from "../../api/use-action.ts";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { Switch } from "../../components/Switch.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import type { AppAutomations } from "./use-automations.ts";

export function AutomationRow({ automation, automations }: { automation: AutomationView; automations: AppAutomations }) {
  const { name, label, when, does, off, nextAt, runs } = automation;
  const { go } = useWorkspace();
  const notAllowed = useWhyNot("automation.update");
  const turn = useAction((next: boolean) => automations.turn(name, next), { raises: true });
  const test = useAction(() => automations.test(name), { raises: true });
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <span title={notAllowed ?? undefined} className="flex h-5 items-center">
        <Switch label={label} checked={!off} disabled={notAllowed !== null || turn.busy} onChange={(on) => void turn.run(!on)} />
      </span>
      <div className="min-w-0 flex-1 basis-64 break-words">
        <p className="font-medium">{label}</p>
        <p className="text-sm text-muted">{when}</p>
        {does.map((step) => (
          <p key={step} className="text-sm text-muted">
            → {step}
          </p>
        ))}
        <p className="mt-1 flex flex-wrap items-center gap-1.5 text-sm text-muted">
          {off && <Badge>off</Badge>}
          {nextAt !== null && (
            <span>
              next <RelativeTime at={nextAt} />
            </span>
          )}
          {runs.done > 0 && <Badge tone="success">{runs.done} done</Badge>}
          {runs.waiting > 0 && <Badge tone="info">{runs.waiting} waiting</Badge>}
          {runs.dead > 0 && <Badge tone="danger">{runs.dead} given up</Badge>}
        </p>
      </div>
      <div className="flex gap-1.5">
        <Button size="sm" variant="ghost" onClick={() => go({ tab: "code", file: `automations/${name}.json` })}>
          Open file
        </Button>
        {!automations.isPublished && (
          <Button size="sm" busy={test.busy} disabledReason={notAllowed} aria-label={`Try: ${label}`} onClick={() => void test.run()}>
            Try it
          </Button>
        )}
      </div>
    </li>
  );
}
