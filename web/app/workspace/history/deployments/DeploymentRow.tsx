/** One deployment: what it is, which version, who, when, its log, and the ways on. */
import type { Deployment } from "@edgewright/contracts";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Badge, StatusDot } from "../../../components/Badge.tsx";
import { Button } from "../../../components/Button.tsx";
import { cn } from "../../../components/cn.ts";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { lookOf } from "../../publish/deployment-words.ts";
import { useOpenApp } from "../../publish/use-open-app.ts";
import { DeploymentLines } from "./DeploymentLines.tsx";
import { GoBack, Remove, Unpublish } from "./row-actions.tsx";

type Props = { deployment: Deployment; onChanged: () => void };

export function DeploymentRow({ deployment, onChanged }: Props) {
  const { version, status, by, createdAt, rollbackTo } = deployment;
  const [open, setOpen] = useState(false);
  const { word, tone, dot } = lookOf(status);
  return (
    <li>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 flex-1 basis-72 items-start gap-3 text-left"
        >
          <ChevronRight aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0 text-muted transition-transform", open && "rotate-90")} />
          <span className="w-9 shrink-0 font-mono text-sm/5 text-muted tabular-nums">v{version}</span>
          <span className="min-w-0 flex-1">
            <Badge tone={tone}>
              {word}
              <StatusDot status={dot} />
            </Badge>
            <span className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
              {by}
              <span aria-hidden="true">·</span>
              <RelativeTime at={createdAt} />
              {rollbackTo !== null && (
                <>
                  <span aria-hidden="true">·</span>
                  went back
                </>
              )}
            </span>
          </span>
        </button>
        <div className="flex items-center gap-2 pl-7 sm:pl-0">
          {status === "live" && <Live onChanged={onChanged} />}
          {status === "superseded" && <GoBack deployment={deployment} onChanged={onChanged} />}
          {["superseded", "failed", "cancelled"].includes(status) && <Remove deployment={deployment} onChanged={onChanged} />}
        </div>
      </div>
      {open && <DeploymentLines deployment={deployment} />}
    </li>
  );
}

function Live({ onChanged }: { onChanged: () => void }) {
  const open = useOpenApp("published");
  return (
    <>
      <Button size="sm" onClick={() => void open()}>
        Open
      </Button>
      <Unpublish onChanged={onChanged} />
    </>
  );
}
