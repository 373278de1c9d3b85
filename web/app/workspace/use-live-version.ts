/** The number of the live version: as the project was loaded, or newer by the stream. null: nothing is live. */
import { useSession, useWorkspace } from "./WorkspaceContext.tsx";

export function useLiveVersion(): number | null {
  const { project } = useWorkspace();
  const streamed = useSession((session) => {
    let newest = 0;
    for (const job of Object.values(session.jobs)) newest = Math.max(newest, job.version?.number ?? 0);
    return newest;
  });
  const live = Math.max(project.currentVersion ?? 0, streamed);
  return live === 0 ? null : live;
}
