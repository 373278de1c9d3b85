/** The project's snapshots, newest first. Asked for anew when a version goes live, since that may have made some. */
import type { Snapshot, SnapshotPage } from "@edgewright/contracts";
import { useLoad } from "../../../api/use-load.ts";
import { type Page, usePages } from "../../../api/use-pages.ts";
import { useLiveVersion } from "../../use-live-version.ts";
import { projectPath, useWorkspace } from "../../WorkspaceContext.tsx";

const NOT_YET: Page<Snapshot> = { items: [], cursor: null };

export function useSnapshots() {
  const { project } = useWorkspace();
  const path = projectPath(project, "/snapshots");
  const { answer, reload } = useLoad<SnapshotPage>(path, { when: useLiveVersion() });
  const pages = usePages(path, answer?.ok ? answer.value : NOT_YET, ({ id }) => id);
  return { answer, reload, pages };
}
