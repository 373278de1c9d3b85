/** What a rollback did, and the way to undo it. */
import type { RolledBack, SnapshotPart } from "@edgewright/contracts";
import { CircleCheck } from "lucide-react";
import { Button } from "../../../components/Button.tsx";
import { DialogActions } from "../../../components/Dialog.tsx";
import { FailureCard } from "../../../components/FailureCard.tsx";
import type { useRollback } from "./use-rollback.ts";

const NAMES: Record<SnapshotPart, string> = { code: "code", data: "data", settings: "settings" };
const list = new Intl.ListFormat("en", { type: "conjunction" });

interface ResultProps {
  rollback: ReturnType<typeof useRollback> & { done: RolledBack };
  onClose: () => void;
}

export function RollBackResult({ rollback: { done, undone, busy, failure, take }, onClose }: ResultProps) {
  const what = list.format(done.parts.map((part) => NAMES[part]));
  return (
    <>
      <div role="status" className="flex gap-2.5">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success" />
        <div className="min-w-0">
          <p className="font-medium">
            {undone ? "Undone" : "Rolled back"}: {what}.
          </p>
          {done.version !== null && <p className="text-muted">The code is live as v{done.version}.</p>}
          {done.says.map((line) => (
            <p key={line} className="text-muted">
              {line}
            </p>
          ))}
        </div>
      </div>
      {failure && (
        <FailureCard title={failure.message} className="mt-3">
          {failure.next}
        </FailureCard>
      )}
      <DialogActions>
        <Button busy={busy} onClick={() => void take(done.undo, done.parts)}>
          {undone ? "Roll back again" : "Undo"}
        </Button>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </>
  );
}
