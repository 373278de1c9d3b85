/** The app's past: its versions, the snapshots of the whole project, and what was published. */
import type { ReactNode } from "react";
import { ViewChoice } from "../../components/ViewChoice.tsx";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { DeploymentList } from "./deployments/DeploymentList.tsx";
import { SnapshotList } from "./snapshots/SnapshotList.tsx";
import { TakeSnapshot } from "./snapshots/TakeSnapshot.tsx";
import { useSnapshots } from "./snapshots/use-snapshots.ts";
import { VersionList } from "./VersionList.tsx";

export default function HistoryPane() {
  const { place, go } = useWorkspace();
  const { view } = place;
  const views = <ViewChoice legend="What of the history" views={VIEWS} shown={view} go={(view) => go({ view })} />;
  return (
    <div>
      {view === "snapshots" ? (
        <Snapshots>{views}</Snapshots>
      ) : (
        <>
          <Bar>{views}</Bar>
          {view === "deployments" ? <DeploymentList /> : <VersionList />}
        </>
      )}
    </div>
  );
}

function Snapshots({ children }: { children: ReactNode }) {
  const list = useSnapshots();
  return (
    <>
      <Bar>
        {children}
        <TakeSnapshot onTaken={list.reload} />
      </Bar>
      <SnapshotList list={list} takeOne={<TakeSnapshot primary onTaken={list.reload} />} />
    </>
  );
}

const Bar = ({ children }: { children: ReactNode }) => (
  <div className="sticky top-0 z-10 flex min-h-11 items-center justify-between gap-2 border-b border-border bg-surface px-3 py-1.5">
    {children}
  </div>
);

const VIEWS = [
  { view: null, label: "Versions" },
  { view: "snapshots", label: "Snapshots" },
  { view: "deployments", label: "Deployments" },
] as const;
