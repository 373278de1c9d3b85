/** What rolling back to a snapshot would change, and doing it. */
import { RolledBack, type Snapshot, SnapshotDetail, type SnapshotPart } from "@edgewright/contracts";
import { useEffect, useState } from "react";
import type { Answer, ApiFailure } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

export function useSnapshotDetail({ id }: Snapshot) {
  const { project } = useWorkspace();
  const [answer, setAnswer] = useState<Answer<SnapshotDetail> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const path = projectPath(project, `/snapshots/${id}`);
  useEffect(() => {
    const controller = new AbortController();
    setAnswer(null);
    call("GET", path, SnapshotDetail, { signal: controller.signal }).then((loaded) => controller.signal.aborted || setAnswer(loaded));
    return () => controller.abort();
  }, [path, attempt]);
  return { answer, retry: () => setAttempt(attempt + 1) };
}

export function useRollback(onDone: () => void) {
  const { project, refresh, go } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [done, setDone] = useState<RolledBack | null>(null);
  const [undone, setUndone] = useState(false);
  const take = async (id: string, parts: SnapshotPart[]) => {
    setBusy(true);
    setFailure(null);
    const answer = await call("POST", projectPath(project, `/snapshots/${id}/rollback`), RolledBack, {
      body: { parts },
      idempotencyKey: crypto.randomUUID(),
    });
    setBusy(false);
    if (!answer.ok) return void setFailure(answer.failure);
    setUndone(done !== null);
    setDone(answer.value);
    go({ version: null }, { replace: true });
    refresh();
    onDone();
  };
  return { busy, failure, done, undone, take };
}
