/** An ended job folded to one line with its time and cost; opened, it shows the plan, the checks and each file's change. */
import { ChevronRight } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { cn } from "../../components/cn.ts";
import { count, duration, takenBy, takenText } from "../../components/figures.ts";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { LoadingChanges } from "../diff/LoadingChanges.tsx";
import { useRestore } from "../history/use-restore.ts";
import type { JobCard, JobEnd } from "../stream/state.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { ChecksView } from "./ChecksView.tsx";
import { FileLine } from "./FileLine.tsx";
import { JobNotes } from "./JobNotes.tsx";
import { PlanView } from "./plan/PlanView.tsx";
import { StateMark } from "./StateMark.tsx";

const VersionChanges = lazy(() => import("../diff/VersionChanges.tsx"));

/** `brief`: how it ended is said beside it. */
export function JobLine({ card, end, brief }: { card: JobCard; end: JobEnd; brief: boolean }) {
  const [open, setOpen] = useState(false);
  const ms = card.endedAt === null ? 0 : card.endedAt - (card.startedAt ?? card.queuedAt);
  return (
    <section className="group/line relative overflow-hidden rounded-card border border-border bg-surface text-base">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-9 w-full items-center gap-2 px-3 text-left transition-colors hover:bg-text/3"
      >
        <StateMark state={end.kind === "done" ? "done" : end.kind === "failed" ? "failed" : "skipped"} />
        <span className="min-w-0 truncate">{titleOf(card, end, brief)}</span>
        <span className="ml-auto shrink-0 text-sm text-muted tabular-nums">
          {costOf(card)}
          {duration(ms)}
        </span>
        <ChevronRight aria-hidden="true" className={cn("size-4 shrink-0 text-muted transition-transform", open && "rotate-90")} />
      </button>
      {end.kind === "done" && end.version !== null && <RestoreOld version={end.version} />}
      {open && <Opened card={card} end={end} />}
    </section>
  );
}

/** Over the line while the pointer or the focus is on it; elsewhere the history has it. */
function RestoreOld({ version }: { version: number }) {
  const notAllowed = useWhyNot("version.restore");
  const live = useLiveVersion();
  const { restore, busy } = useRestore();
  if (version === live) return null;
  return (
    <Button
      size="sm"
      busy={busy !== null}
      disabledReason={notAllowed}
      onClick={() => restore(version)}
      className="absolute! top-1 right-9 opacity-0 group-hover/line:opacity-100 focus-visible:opacity-100 pointer-coarse:hidden"
    >
      Restore v{version}
    </Button>
  );
}

function titleOf(card: JobCard, end: JobEnd, brief: boolean): string {
  const files = filesOf(card, end);
  if (brief) return files;
  if (end.kind === "done") return end.version === null ? `Done · ${files}` : `v${end.version} · ${files}`;
  return end.kind === "failed" ? `Failed · ${end.error.message}` : `Stopped · ${files}`;
}

/** Of a first version all of its files, as they are listed below and in the history: it has nothing to differ from. */
function filesOf({ version, files }: JobCard, { kind }: JobEnd): string {
  if (kind === "done" && version?.parent === null) return count(version.files, "file");
  return files.length > 0 ? `${count(files.length, "file")} changed` : "no file changed";
}

function costOf({ usage }: JobCard): string {
  const taken = usage ? takenText(takenBy(usage)) : "";
  return taken === "" ? "" : `${taken} · `;
}

function Opened({ card, end }: { card: JobCard; end: JobEnd }) {
  return (
    <div className="border-t border-border">
      <div className="space-y-3 p-3 empty:hidden">
        {card.plan.length > 0 && <PlanView card={card} />}
        <ChecksView card={card} />
        <JobNotes card={card} />
      </div>
      <div className="border-t border-border first:border-t-0">
        {end.kind === "done" && end.version !== null ? (
          <Suspense fallback={<LoadingChanges />}>
            <VersionChanges from={card.version?.parent ?? null} to={end.version} />
          </Suspense>
        ) : (
          <ul className="p-3">
            {card.files.map((file) => (
              <FileLine key={file.path} file={file} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
