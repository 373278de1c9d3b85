/** The tables of the live app. Asked for anew when a version goes live. */
import type { DataSchema } from "@edgewright/contracts";
import { useLoad } from "../../api/use-load.ts";
import { useLiveVersion } from "../use-live-version.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export function useSchema() {
  const { project } = useWorkspace();
  const live = useLiveVersion();
  const { answer, reload } = useLoad<DataSchema>(live === null ? null : projectPath(project, "/data/schema"), { when: live });
  return { answer, live, retry: reload };
}
