/** Makes an older version the live one again, as a new version. */
import type { SavedVersion } from "@edgewright/contracts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { toast } from "../../components/toast.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export function useRestore() {
  const { project, refresh, go, made } = useWorkspace();
  const restore = async (number: number) => {
    const restored = await call<SavedVersion>("POST", projectPath(project, `/versions/${number}/restore`), {
      idempotencyKey: crypto.randomUUID(),
    });
    if (!restored.ok) return restored.error;
    const { version, current, findings } = restored.value;
    if (version) made(version);
    refresh();
    if (current && version) {
      go({ version: null });
      toast.success(`v${number} is live again, as v${version.number}.`);
    } else toast.error(`v${number} no longer passes its checks (${findings.length} found), so it was kept as a draft.`);
    return null;
  };
  const { running, run } = useAction(restore, { raises: true });
  return { restore: run, busy: running?.[0] ?? null };
}
