/** One snapshot: why it was made, by whom, what it holds, and the way back to it. */
import type { Snapshot } from "@edgewright/contracts";
import type { ReactNode } from "react";
import { Button } from "../../../components/Button.tsx";
import { RelativeTime } from "../../../components/RelativeTime.tsx";
import { useWhyNot } from "../../../permissions/use-why-not.ts";
import { holdsTexts, REASONS } from "./texts.ts";

export function SnapshotRow({ snapshot, onRollBack }: { snapshot: Snapshot; onRollBack: () => void }) {
  const whyNot = useWhyNot("snapshot.rollback");
  const { reason, note, by, at, deployments } = snapshot;
  const published = deployments.find(({ kind }) => kind === "production");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">{note ?? REASONS[reason]}</p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
          {note !== null && <Fact>{REASONS[reason]}</Fact>}
          <Fact>{by}</Fact>
          <Fact>
            <RelativeTime at={at} />
          </Fact>
          {holdsTexts(snapshot).map((text) => (
            <Fact key={text}>{text}</Fact>
          ))}
          {published && <Fact>v{published.version} published</Fact>}
        </p>
      </div>
      <Button size="sm" disabledReason={whyNot} onClick={onRollBack}>
        Roll back…
      </Button>
    </li>
  );
}

/** Parted from the one before it by a dot. */
const Fact = ({ children }: { children: ReactNode }) => (
  <span className="not-first:before:mr-1.5 not-first:before:content-['·'/'']">{children}</span>
);
