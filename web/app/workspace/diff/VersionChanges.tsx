/** Loads and draws what changed between two versions. */
import { type FileDiff, VersionDiff } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import type { Answer } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { Button } from "../../components/Button.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { failureText } from "../actions.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { DiffView } from "./DiffView.tsx";

/** `from` 0 is the empty app before the first version. */
export function VersionChanges({ from, to, paths }: { from: number; to: number; paths?: readonly string[] }) {
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

  if (!answer) return <Loading />;
  if (!answer.ok)
    return (
      <div className="flex items-center gap-3 p-3 text-sm text-muted">
        {failureText(answer.failure)}
        <Button size="sm" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </Button>
      </div>
    );
  const shown = only(answer.value.files, paths);
  return shown.length > 0 ? <DiffView files={shown} /> : <p className="p-3 text-sm text-muted">No file differs.</p>;
}

const only = (files: FileDiff[], paths?: readonly string[]) => (paths ? files.filter((file) => paths.includes(file.path)) : files);

const Loading = () => (
  <div className="space-y-2 p-3">
    {["w-2/3", "w-1/2", "w-3/5"].map((width) => (
      <Skeleton key={width} className={`h-4 ${width}`} />
    ))}
  </div>
);
