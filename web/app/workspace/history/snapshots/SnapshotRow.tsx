/** One snapshot: why it was made, by whom, what it holds, and the way back to it. */
import type { Snapshot } from "@edgewright/contracts";
import { Button } from "../../../components/Button.tsx";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import { holdsText, REASONS } from "./texts.ts";

export function SnapshotRow({ snapshot, onRollBack }: { snapshot: Snapshot; onRollBack: () => void }) {
  const whyNot = useWhyNot("snapshot.rollback");
  const { reason, note, by, at, deployments } = snapshot;
  const published = deployments.find(({ kind }) => kind === "production");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">{note ?? REASONS[reason]}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
          {note !== null && (
            <>
              {REASONS[reason]}
              <Dot />
            </>
          )}
          {by}
          <Dot />
          <RelativeTime at={at} />
          <Dot />
          {holdsText(snapshot)}
          {published && (
            <>
              <Dot />v{published.version} published
            </>
          )}
        </p>
      </div>
      <Button size="sm" disabledReason={whyNot} onClick={onRollBack}>
        Roll back…
      </Button>
    </li>
  );
}

const Dot = () => <span aria-hidden="true">·</span>;
