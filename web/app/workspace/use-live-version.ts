/** The number of the live version: as the project was loaded, or newer by the stream or by a save here. null: nothing is live. */
import { useSession, useWorkspace } from "./WorkspaceContext.tsx";

export function useLiveVersion(): number | null {
  const { project, versions } = useWorkspace();
  const streamed = useSession((session) => session.live ?? 0);
  const live = Math.max(project.currentVersion ?? 0, streamed, versions.find((version) => version.isCurrent)?.number ?? 0);
  return live === 0 ? null : live;
}
