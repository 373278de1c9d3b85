import { isSample, useSamples } from "@edgewright/app-kit";
import { useState } from "react";
import { useMayWrite } from "../lib/access";
import { cn } from "../lib/cn";
import { attempt } from "../lib/notices";

/** Says that the app still shows sample rows, and clears them with one press. Rows that people added stay. */
export function SampleNotice({ tables }: { tables: readonly string[] }) {
  const { count, clear } = useSamples(tables);
  const mayWrite = useMayWrite();
  const [busy, setBusy] = useState(false);
  if (count === 0) return null;
  const press = async () => {
    setBusy(true);
    await attempt(clear());
    setBusy(false);
  };

  return (
    <div
      role="note"
      className="flex flex-wrap items-center gap-x-3 border-b border-border bg-accent/6 px-4 py-2 text-xs text-muted sm:px-8 print:hidden"
    >
      <p>Rows marked “sample” only show how the app works.</p>
      {mayWrite && (
        <button type="button" disabled={busy} onClick={press} className="font-medium text-accent hover:underline disabled:opacity-50">
          {busy ? "Clearing…" : "Clear samples"}
        </button>
      )}
    </div>
  );
}

/** Tells a sample row from those that people added. */
export function SampleMark({ id, className }: { id: string; className?: string }) {
  return isSample(id) ? (
    <span className={cn("ml-2 align-middle text-[0.6875rem] font-normal text-muted print:hidden", className)}>sample</span>
  ) : null;
}
