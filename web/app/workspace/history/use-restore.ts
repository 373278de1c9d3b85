/** Makes an older version the live one again, as a new version. */
import type { SavedVersion } from "@edgewright/contracts";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { toast } from "../../components/toast.ts";
import { askLoss } from "../data/data-loss.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";

export function useRestore() {
  const { project, refresh, go, made } = useWorkspace();
  const restore = async (number: number, accepts?: string[]): Promise<ApiFailure | null> => {
    const restored = await call<SavedVersion>("POST", projectPath(project, `/versions/${number}/restore`), {
      ...(accepts && { body: { accepts } }),
      idempotencyKey: crypto.randomUUID(),
    });
    if (!restored.ok) return restored.error;
    const { version, current, findings, plan } = restored.value;
    if (plan) {
      const agreed = await askLoss(plan);
      return agreed ? restore(number, agreed) : null;
    }
    if (version) made(version);
    refresh();
    if (current && version) {
      go({ version: null });
      toast.success(`v${number} is live again, as v${version.number}.`);
    } else toast.error(`v${number} no longer passes its checks (${findings.length} found), so it was kept as a draft.`);
    return null;
  };
  const { running, run } = useAction((number: number) => restore(number), { raises: true });
  return { restore: run, busy: running?.[0] ?? null };
}
