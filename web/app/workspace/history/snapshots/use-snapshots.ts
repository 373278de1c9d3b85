/** The project's snapshots, newest first. Asked for anew when a version goes live, since that may have made some. */
import { type Snapshot, SnapshotPage } from "@edgewright/contracts";
import { useCallback, useEffect, useState } from "react";
import { toast } from "sonner";
import type { ApiFailure } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { failureText } from "../../actions.ts";
import { useLiveVersion } from "../../use-live-version.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

export function useSnapshots() {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const path = projectPath(project, "/snapshots");
  const [page, setPage] = useState<SnapshotPage | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  // The live version and an attempt are what makes the answer another one.
  useEffect(() => {
    const controller = new AbortController();
    call("GET", path, SnapshotPage, { signal: controller.signal }).then((loaded) => {
      if (controller.signal.aborted) return;
      setFailure(loaded.ok ? null : loaded.failure);
      if (loaded.ok) setPage(loaded.value);
    });
    return () => controller.abort();
  }, [path, live, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  const more = async () => {
    setBusy(true);
    const next = await call("GET", `${path}?cursor=${encodeURIComponent(page?.cursor ?? "")}`, SnapshotPage);
    setBusy(false);
    if (!next.ok) return void toast.error(failureText(next.failure));
    const items: Snapshot[] = [...(page?.items ?? []), ...next.value.items];
    setPage({ items, cursor: next.value.cursor });
  };
  return { snapshots: page?.items ?? null, failure, reload, more: page?.cursor ? more : null, busy };
}
