/** The checks of a job in one line, with what they found and which repair runs. */
import { useEffect, useState } from "react";
import { count, duration } from "../../components/figures.ts";
import type { Check, JobCard } from "../stream/state.ts";
import { FindingList } from "./FindingList.tsx";
import { StateMark } from "./StateMark.tsx";

const NAMES = { types: "types", boot: "boot" };
const MARK = { running: "active", passed: "done", failed: "failed" } as const;

export function ChecksView({ card }: { card: JobCard }) {
  const { checks, fix } = card;
  if (checks.length === 0) return null;
  const findings = checks.flatMap((check) => check.findings);
  return (
    <div>
      <div className="flex items-baseline gap-3">
        <span className="text-sm font-medium text-muted">Checks</span>
        {checks.map((check) => (
          <span key={check.kind} className="flex items-baseline gap-0.5">
            {NAMES[check.kind]}
            <StateMark state={MARK[check.state]} />
          </span>
        ))}
        <span className="ml-auto text-sm text-muted tabular-nums">
          <Elapsed checks={checks} />
        </span>
      </div>
      {fix && card.end === null && (
        <p className="mt-1 text-sm text-warning">
          Repair {fix.round} of {fix.of}: {count(fix.findings, "problem")}
        </p>
      )}
      {findings.length > 0 && (
        <div className="mt-2">
          <FindingList findings={findings} />
        </div>
      )}
    </div>
  );
}

function Elapsed({ checks }: { checks: Check[] }) {
  const running = checks.find((check) => check.state === "running");
  const passed = checks.reduce((sum, check) => sum + check.ms, 0);
  const now = useNow(running !== undefined);
  const since = running && now !== null ? Math.max(0, now - running.startedAt) : 0;
  return <>{passed + since > 0 ? duration(passed + since) : ""}</>;
}

/** The time, once the browser draws and for as long as something runs. */
export function useNow(running: boolean): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, [running]);
  return running ? now : null;
}
