/** One version: what it is, who made it by which message, what changed, and the way back to it. */
import type { Version } from "@edgewright/contracts";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Badge, StatusDot } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { cn } from "../../components/cn.ts";
import { count } from "../../components/figures.ts";
import { RelativeTime } from "../../components/RelativeTime.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { FindingList } from "../chat/FindingList.tsx";
import VersionChanges from "../diff/VersionChanges.tsx";
import { useSession, useWorkspace } from "../WorkspaceContext.tsx";
import { useRestore } from "./use-restore.ts";

export function VersionRow({ version }: { version: Version }) {
  const { place, go } = useWorkspace();
  const notAllowed = useWhyNot("version.restore");
  const [open, setOpen] = useState(false);
  const { restore, busy } = useRestore();
  const draft = version.status === "draft";
  const looked = place.version === version.number;
  return (
    <li className={cn("group", looked && "bg-warning-soft/50")}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 flex-1 basis-72 items-start gap-3 text-left"
        >
          <ChevronRight aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0 text-muted transition-transform", open && "rotate-90")} />
          <span className="w-9 shrink-0 font-mono text-sm/5 text-muted tabular-nums">v{version.number}</span>
          <span className="min-w-0 flex-1">
            <Title version={version} />
            <span className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
              {version.author.name}
              <span aria-hidden="true">·</span>
              <RelativeTime at={version.createdAt} />
              <span aria-hidden="true">·</span>
              {count(version.fileCount, "file")}
            </span>
          </span>
        </button>
        <div className="flex items-center gap-2 pl-7 sm:pl-0">
          {version.isCurrent ? (
            <Badge tone="success">
              live
              <StatusDot status="live" />
            </Badge>
          ) : (
            <>
              {draft && <Badge tone="warning">draft</Badge>}
              <Button size="sm" variant="ghost" onClick={() => go({ tab: "preview", version: version.number })}>
                Look at it
              </Button>
              {!draft && (
                <Button size="sm" busy={busy === version.number} disabledReason={notAllowed} onClick={() => restore(version.number)}>
                  Restore
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      {open && <Opened version={version} />}
    </li>
  );
}

/** The message that made it, as far as it is in this conversation; else the version's own words. */
function Title({ version }: { version: Version }) {
  const message = useSession((session) => (version.messageId === null ? undefined : session.messages[version.messageId]));
  const text = message?.text.split("\n")[0] ?? version.message;
  return (
    <span className="block truncate font-medium" title={message?.text ?? version.message}>
      {version.status === "draft" ? version.message : text}
    </span>
  );
}

function Opened({ version }: { version: Version }) {
  const { go } = useWorkspace();
  return (
    <div className="border-t border-border bg-background/60">
      {version.findings.length > 0 && (
        <div className="border-b border-border p-4 pl-11">
          <p className="mb-2 text-sm font-medium text-muted">Why it stayed a draft</p>
          <FindingList findings={version.findings} />
          <Button size="sm" className="mt-3" onClick={() => go({ tab: "code", version: version.number })}>
            Open in the code
          </Button>
        </div>
      )}
      <VersionChanges from={version.parent} to={version.number} />
    </div>
  );
}
