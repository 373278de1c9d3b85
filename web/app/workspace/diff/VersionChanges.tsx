/** Loads and draws what changed between two versions. */
import type { VersionDiff } from "@edgewright/contracts";
import { failureText } from "../../api/answer.ts";
import { useLoad } from "../../api/use-load.ts";
import { Button } from "../../components/Button.tsx";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { DiffView } from "./DiffView.tsx";
import { FirstFiles } from "./FirstFiles.tsx";
import { LoadingChanges } from "./LoadingChanges.tsx";

/** `from` null: there was nothing before. */
export default function VersionChanges({ from, to }: { from: number | null; to: number }) {
  return from === null ? <FirstFiles version={to} /> : <Changes from={from} to={to} />;
}

function Changes({ from, to }: { from: number; to: number }) {
  const { project } = useWorkspace();
  const { answer, reload } = useLoad<VersionDiff>(projectPath(project, `/versions/${from}/diff/${to}`));

  if (!answer) return <LoadingChanges />;
  if (!answer.ok)
    return (
      <div className="flex items-center gap-3 p-3 text-sm text-muted">
        {failureText(answer.error)}
        <Button size="sm" onClick={reload}>
          Try again
        </Button>
      </div>
    );
  const { files } = answer.value;
  return files.length > 0 ? <DiffView files={files} /> : <p className="p-3 text-sm text-muted">No file differs.</p>;
}
