/** The project's snapshots, newest first. Asked for anew when a version goes live, since that may have made some. */
import type { SnapshotPage } from "@edgewright/contracts";
import { useState } from "react";
import { failureText } from "../../../api/answer.ts";
import { call } from "../../../api/browser.ts";
import { useLoad } from "../../../api/use-load.ts";
import { toast } from "../../../components/toast.ts";
import { useLiveVersion } from "../../use-live-version.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

export function useSnapshots() {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const path = projectPath(project, "/snapshots");
  const { answer, reload, change } = useLoad<SnapshotPage>(path, { when: live });
  const [busy, setBusy] = useState(false);
  const page = answer?.ok ? answer.value : null;
  const more = async () => {
    setBusy(true);
    const next = await call<SnapshotPage>("GET", `${path}?cursor=${encodeURIComponent(page?.cursor ?? "")}`);
    setBusy(false);
    if (!next.ok) return void toast.error(failureText(next.error));
    change(({ items }) => ({ items: [...items, ...next.value.items], cursor: next.value.cursor }));
  };
  const failure = answer && !answer.ok ? answer.error : null;
  return { snapshots: page?.items ?? null, failure, reload, more: page?.cursor ? more : null, busy };
}
