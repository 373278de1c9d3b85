/** What a rollback did, and the way to undo it. */
import type { RolledBack, SnapshotPart } from "@edgewright/contracts";
import { CircleCheck } from "lucide-react";
import { useAction } from "../../../api/use-action.ts";
import { ApiFailureCard } from "../../../components/ApiFailureCard.tsx";
import { Button } from "../../../components/Button.tsx";
import { DialogActions } from "../../../components/Dialog.tsx";
import type { useRollback } from "./use-rollback.ts";

const NAMES: Record<SnapshotPart, string> = { code: "code", data: "data", settings: "settings" };
const list = new Intl.ListFormat("en", { type: "conjunction" });

interface ResultProps {
  rollback: ReturnType<typeof useRollback> & { done: RolledBack };
  onClose: () => void;
}

export function RollBackResult({ rollback: { done, undone, take }, onClose }: ResultProps) {
  const undo = useAction(() => take(done.undo, done.parts));
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
      {undo.failure && <ApiFailureCard failure={undo.failure} className="mt-3" />}
      <DialogActions>
        <Button busy={undo.busy} onClick={() => void undo.run()}>
          {undone ? "Roll back again" : "Undo"}
        </Button>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </>
  );
}
