/** The project's snapshots: what it was at times one can go back to. */
import type { Snapshot } from "@edgewright/contracts";
import { useState } from "react";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { NotLoaded } from "../../../components/NotLoaded.tsx";
import { ShowMore } from "../../../components/ShowMore.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { RollBackDialog } from "./RollBackDialog.tsx";
import { SnapshotRow } from "./SnapshotRow.tsx";
import type { useSnapshots } from "./use-snapshots.ts";

export function SnapshotList({ list, takeOne }: { list: ReturnType<typeof useSnapshots>; takeOne: React.ReactNode }) {
  const { answer, reload, pages } = list;
  const [chosen, setChosen] = useState<Snapshot | null>(null);
  if (!answer) return <Loading />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="m-6 sm:mx-auto sm:max-w-md" />;
  if (pages.items.length === 0)
    return (
      <EmptyState title="No snapshot yet" action={takeOne}>
        One is kept by itself before a restore, a change of the tables and a delete. Take one before you try something.
      </EmptyState>
    );
  return (
    <>
      <ol className="divide-y divide-border">
        {pages.items.map((snapshot) => (
          <SnapshotRow key={snapshot.id} snapshot={snapshot} onRollBack={() => setChosen(snapshot)} />
        ))}
      </ol>
      <div className="px-4 pb-4">
        <ShowMore of="snapshots" pages={pages}>
          Those taken by hand are kept, and the newest 50 others.
        </ShowMore>
      </div>
      <RollBackDialog snapshot={chosen} onClose={() => setChosen(null)} onDone={reload} />
    </>
  );
}

const Loading = () => (
  <div aria-busy="true" className="divide-y divide-border">
    {[1, 2, 3].map((row) => (
      <div key={row} className="flex items-center gap-3 px-4 py-3">
        <div className="flex-1 space-y-1.5">
          <Skeleton className="h-4 w-48" />
          <Skeleton className="h-3.5 w-64 max-w-full" />
        </div>
        <Skeleton className="h-7 w-24" />
      </div>
    ))}
  </div>
);
