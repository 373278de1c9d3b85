/** Asks which parts of a snapshot to go back to, says what each would change, does it, and offers to undo it. */
import type { Snapshot, SnapshotDetail, SnapshotPart } from "@edgewright/contracts";
import { useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Dialog, DialogActions } from "../../../components/Dialog.tsx";
import { FailureCard } from "../../../components/FailureCard.tsx";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { Alone, Parts } from "./Parts.tsx";
import { RollBackResult } from "./RollBackResult.tsx";
import { REASONS } from "./texts.ts";
import { useRollback, useSnapshotDetail } from "./use-rollback.ts";

type Props = { onClose: () => void; onDone: () => void };

export const RollBackDialog = ({ snapshot, onClose, onDone }: Props & { snapshot: Snapshot | null }) => (
  <Dialog
    open={snapshot !== null}
    onOpenChange={(open) => !open && onClose()}
    title="Roll back"
    description={
      snapshot && (
        <>
          {snapshot.note ?? REASONS[snapshot.reason]}, <RelativeTime at={snapshot.at} />
        </>
      )
    }
    size="wide"
  >
    {snapshot && <Asked key={snapshot.id} snapshot={snapshot} onClose={onClose} onDone={onDone} />}
  </Dialog>
);

function Asked({ snapshot, onClose, onDone }: Props & { snapshot: Snapshot }) {
  const { answer, reload: retry } = useSnapshotDetail(snapshot);
  const rollback = useRollback(onDone);
  if (rollback.done) return <RollBackResult rollback={{ ...rollback, done: rollback.done }} onClose={onClose} />;
  if (!answer) return <Loading />;
  if (!answer.ok)
    return (
      <FailureCard title={answer.error.message} action={<Button onClick={retry}>Try again</Button>}>
        {answer.error.next}
      </FailureCard>
    );
  return <Choice detail={answer.value} rollback={rollback} onClose={onClose} />;
}

function Choice({ detail, rollback, onClose }: { detail: SnapshotDetail; rollback: ReturnType<typeof useRollback>; onClose: () => void }) {
  const [parts, setParts] = useState(() => differing(detail));
  const has = (part: SnapshotPart) => parts.includes(part);
  const alone = has("code") === has("data") ? null : has("code") ? detail.alone.code : detail.alone.data;
  const { busy, failure, take } = rollback;
  const why = parts.length === 0 ? "Choose at least one part." : (alone?.refused ?? null) !== null && "These parts do not fit together.";
  return (
    <>
      <Parts detail={detail} chosen={parts} onChange={setParts} disabled={busy} />
      {alone && (
        <Alone part={has("code") ? "code" : "data"} {...alone} onBoth={() => setParts(["code", "data", ...parts.filter(isSettings)])} />
      )}
      <p role="status" className="mt-4 text-sm text-muted">
        {busy
          ? has("code")
            ? `Checking v${detail.version}, then rolling back…`
            : "Rolling back…"
          : "The present state is kept as a snapshot first, so this can be undone."}
      </p>
      {failure && (
        <FailureCard title={failure.message} className="mt-3">
          {failure.next}
        </FailureCard>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" busy={busy} disabledReason={why} onClick={() => void take(detail.id, parts)}>
          Roll back
        </Button>
      </DialogActions>
    </>
  );
}

const isSettings = (part: SnapshotPart) => part === "settings";

/** What would change by it is chosen at first; of rows only their number is known, so they are whenever they are kept. */
function differing({ changes: { code, data, settings } }: SnapshotDetail): SnapshotPart[] {
  const parts: SnapshotPart[] = [];
  if (code && code.from !== code.to) parts.push("code");
  if (data) parts.push("data");
  if (settings.length > 0) parts.push("settings");
  return parts;
}

const Loading = () => (
  <div aria-busy="true" className="space-y-4">
    {[1, 2, 3].map((part) => (
      <div key={part} className="flex gap-2.5">
        <Skeleton className="size-4" />
        <div className="flex-1 space-y-1.5">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-3.5 w-3/4" />
        </div>
      </div>
    ))}
  </div>
);
