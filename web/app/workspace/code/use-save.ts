/** Saves the edits as a version: live, kept as a draft with what was found, or in conflict with what came meanwhile. */
import type { Conflict, SavedVersion } from "@edgewright/contracts";
import { useState } from "react";
import { failureText } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { toast } from "../../components/toast.ts";
import { askLoss } from "../data/data-loss.ts";
import { projectPath, useWorkspace } from "../WorkspaceContext.tsx";
import { afterSave, changesOf, type Edits, resolveConflicts } from "./edits.ts";
import { useEdits } from "./use-edits.ts";
import { loadText } from "./use-files.ts";

export type OpenConflict = { head: number; conflicts: Conflict[] };

export function useSave() {
  const { project, go, refresh, made } = useWorkspace();
  const { parent, edits, moveTo } = useEdits();
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<OpenConflict | null>(null);

  const send = async (on: number, sent: Edits, accepts?: string[]): Promise<void> => {
    setBusy(true);
    const saved = await call<SavedVersion>("POST", projectPath(project, "/versions"), {
      body: { parent: on, changes: changesOf(sent), accepts },
      idempotencyKey: crypto.randomUUID(),
    });
    setBusy(false);
    if (!saved.ok) return void toast.error(failureText(saved.error));
    const { outcome, version, current, merged, head, conflicts, plan } = saved.value;
    if (plan) {
      const agreed = await askLoss(plan);
      return agreed ? send(on, sent, agreed) : undefined;
    }
    if (outcome === "conflict") return setConflict({ head, conflicts });
    if (!version) return;
    setConflict(null);
    moveTo(version.number, (now) => afterSave(now, sent));
    made(version);
    // A draft is gone on with; the live version needs no name in the address.
    go({ version: current ? null : version.number }, { replace: true });
    refresh();
    if (current)
      toast.success(merged ? `Saved as v${version.number}, together with what changed meanwhile.` : `Saved: v${version.number} is live.`);
  };
  const save = () => {
    if (!busy && parent !== null) void send(parent, edits);
  };
  const settle = async (chosen: Readonly<Record<string, string | null>>) => {
    if (!conflict) return;
    const { head, conflicts } = conflict;
    const theirs = async (path: string) => {
      const loaded = await loadText(project.id, head, path);
      if (loaded.ok) return loaded.value.text;
      if (loaded.error.status === 404) return null;
      throw new Error(failureText(loaded.error));
    };
    setBusy(true);
    try {
      // Conflicts are rare: what merges them is fetched when there is one.
      const { carryOver } = await import("./carry-over.ts");
      const decided = new Set(conflicts.map(({ path }) => path));
      const settled = await carryOver(resolveConflicts(edits, conflicts, chosen), decided, theirs);
      moveTo(head, () => settled);
      setConflict(null);
      // With theirs chosen throughout there is nothing left to save.
      if (Object.keys(settled).length > 0) await send(head, settled);
      else go({ version: null }, { replace: true });
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, conflict, settle, closeConflict: () => setConflict(null) };
}
