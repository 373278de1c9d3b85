/** Loads and draws what changed between two versions. */
import { VersionDiff } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import type { Answer } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { failureText } from "../actions.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { DiffView } from "./DiffView.tsx";
import { FirstFiles } from "./FirstFiles.tsx";
import { LoadingChanges } from "./LoadingChanges.tsx";

/** `from` null: there was nothing before. */
export const VersionChanges = ({ from, to }: { from: number | null; to: number }) =>
  from === null ? <FirstFiles version={to} /> : <Changes from={from} to={to} />;

function Changes({ from, to }: { from: number; to: number }) {
  const { project } = useWorkspace();
  const [answer, setAnswer] = useState<Answer<VersionDiff> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const path = projectPath(project, `/versions/${from}/diff/${to}`);
  // An attempt loads the same address again
  useEffect(() => {
    const controller = new AbortController();
    setAnswer(null);
    call("GET", path, VersionDiff, { signal: controller.signal }).then((loaded) => controller.signal.aborted || setAnswer(loaded));
    return () => controller.abort();
  }, [path, attempt]);

  if (!answer) return <LoadingChanges />;
  if (!answer.ok)
    return (
      <div className="flex items-center gap-3 p-3 text-sm text-muted">
        {failureText(answer.failure)}
        <Button size="sm" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </Button>
      </div>
    );
  const { files } = answer.value;
  return files.length > 0 ? <DiffView files={files} /> : <p className="p-3 text-sm text-muted">No file differs.</p>;
}
