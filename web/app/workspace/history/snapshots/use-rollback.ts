/** What rolling back to a snapshot would change, and doing it. */
import type { RolledBack, Snapshot, SnapshotDetail, SnapshotPart } from "@edgewright/contracts";
import { useState } from "react";
import type { ApiFailure } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { useLoad } from "../../../api/use-load.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

export function useSnapshotDetail({ id }: Snapshot) {
  const { project } = useWorkspace();
  return useLoad<SnapshotDetail>(projectPath(project, `/snapshots/${id}`));
}

export function useRollback(onDone: () => void) {
  const { project, refresh, go } = useWorkspace();
  const [done, setDone] = useState<RolledBack | null>(null);
  const [undone, setUndone] = useState(false);
  /** Resolves to the failure, or to null when it is done. */
  const take = async (id: string, parts: SnapshotPart[]): Promise<ApiFailure | null> => {
    const answer = await call<RolledBack>("POST", projectPath(project, `/snapshots/${id}/rollback`), {
      body: { parts },
      idempotencyKey: crypto.randomUUID(),
    });
    if (!answer.ok) return answer.error;
    setUndone(done !== null);
    setDone(answer.value);
    go({ version: null }, { replace: true });
    refresh();
    onDone();
    return null;
  };
  return { done, undone, take };
}
