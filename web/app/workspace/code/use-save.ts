/** Saves the edits as a version: live, kept as a draft with what was found, or in conflict with what came meanwhile. */
import type { Conflict } from "@edgewright/contracts";
import { useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { useAction } from "../../api/use-action.ts";
import { toast } from "../../components/toast.ts";
import { saveChanges } from "../save-changes.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { afterSave, changesOf, type Edits, resolveConflicts } from "./edits.ts";
import { useEdits } from "./use-edits.ts";
import { loadTexts } from "./use-files.ts";

export type OpenConflict = { head: number; conflicts: Conflict[] };

export function useSave() {
  const { project, go, refresh, made } = useWorkspace();
  const { parent, edits, moveTo } = useEdits();
  const [conflict, setConflict] = useState<OpenConflict | null>(null);

  const send = async (on: number, sent: Edits): Promise<ApiFailure | null> => {
    const saved = await saveChanges(project, { parent: on, changes: changesOf(sent) });
    if (!saved) return null;
    if (!saved.ok) return saved.error;
    const { outcome, version, current, merged, head, conflicts } = saved.value;
    setConflict(outcome === "conflict" ? { head, conflicts } : null);
    if (!version) return null;
    moveTo(version.number, (now) => afterSave(now, sent));
    made(version);
    // A draft is gone on with; the live version needs no name in the address.
    go({ version: current ? null : version.number }, { replace: true });
    refresh();
    if (current)
      toast.success(merged ? `Saved as v${version.number}, together with what changed meanwhile.` : `Saved: v${version.number} is live.`);
    return null;
  };
  const settle = async ({ head, conflicts }: OpenConflict, chosen: Readonly<Record<string, string | null>>) => {
    const decided = new Set(conflicts.map(({ path }) => path));
    const others = Object.keys(edits).filter((path) => !decided.has(path));
    const theirs = await loadTexts(project.id, head, others);
    if (!theirs.ok) return theirs.error;
    // Conflicts are rare: what merges them is fetched when there is one.
    const { carryOver } = await import("./carry-over.ts");
    const settled = carryOver(resolveConflicts(edits, conflicts, chosen), theirs.value);
    moveTo(head, () => settled);
    setConflict(null);
    if (Object.keys(settled).length > 0) return send(head, settled);
    // With theirs chosen throughout there is nothing left to save.
    go({ version: null }, { replace: true });
    return null;
  };
  const { busy, run } = useAction((work: () => Promise<ApiFailure | null>) => work(), { raises: true });
  return {
    save: () => parent !== null && void run(() => send(parent, edits)),
    busy,
    conflict,
    settle: (chosen: Readonly<Record<string, string | null>>) => conflict && void run(() => settle(conflict, chosen)),
    closeConflict: () => setConflict(null),
  };
}
