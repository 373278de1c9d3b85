/** Asks which parts of a snapshot to go back to, says what each would change, does it, and offers to undo it. */
import type { Snapshot, SnapshotDetail, SnapshotPart } from "@edgewright/contracts";
import { Dialog } from "../../../components/Dialog.tsx";
import { NotLoaded } from "../../../components/NotLoaded.tsx";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { DialogForm } from "../../../forms/FormDialog.tsx";
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
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={retry} />;
  return <Choice detail={answer.value} take={rollback.take} onClose={onClose} />;
}

type ChoiceProps = { detail: SnapshotDetail; take: ReturnType<typeof useRollback>["take"]; onClose: () => void };

const Choice = ({ detail, take, onClose }: ChoiceProps) => (
  <DialogForm
    initial={{ parts: differing(detail) }}
    submit={({ parts }) => take(detail.id, parts)}
    action="Roll back"
    whyNot={({ values: { parts } }) =>
      parts.length === 0
        ? "Choose at least one part."
        : (aloneOf(detail, parts)?.refused ?? null) !== null && "These parts do not fit together."
    }
    onCancel={onClose}
  >
    {({ values: { parts }, set, busy }) => {
      const code = parts.includes("code");
      const alone = aloneOf(detail, parts);
      return (
        <>
          <Parts detail={detail} chosen={parts} onChange={(chosen) => set({ parts: chosen })} disabled={busy} />
          {alone && (
            <Alone
              part={code ? "code" : "data"}
              {...alone}
              onBoth={() => set({ parts: ["code", "data", ...parts.filter((part) => part === "settings")] })}
            />
          )}
          <p role="status" className="text-sm text-muted">
            {!busy
              ? "The present state is kept as a snapshot first, so this can be undone."
              : code
                ? `Checking v${detail.version}, then rolling back…`
                : "Rolling back…"}
          </p>
        </>
      );
    }}
  </DialogForm>
);

/** What it means to take back one of code and data without the other. null: both or neither are chosen. */
function aloneOf({ alone }: SnapshotDetail, parts: readonly SnapshotPart[]) {
  const code = parts.includes("code");
  if (code === parts.includes("data")) return null;
  return code ? alone.code : alone.data;
}

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
