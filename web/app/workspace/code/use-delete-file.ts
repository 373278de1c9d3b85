/** A file as the version has it and as it is now; and its deletion, which is an unsaved edit until it is saved. */
import { toast } from "../../components/toast.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { dropEdit, putEdit } from "./edits.ts";
import { useEdits } from "./use-edits.ts";
import { loadText } from "./use-files.ts";

/** @param inVersion the paths of the files that the version has */
export function useReadFile(version: number, inVersion: readonly string[]) {
  const { project } = useWorkspace();
  const { edits } = useEdits();
  /** `saved` is null of a file that the version has not. Resolves to null when it could not be read, which is said. */
  return async (path: string) => {
    const loaded = inVersion.includes(path) ? await loadText(project.id, version, path) : null;
    if (loaded && !loaded.ok) {
      toast.failure(loaded.error);
      return null;
    }
    const saved = loaded?.value ?? null;
    return { saved, text: edits[path]?.text ?? saved ?? "" };
  };
}

export function useDeleteFile(version: number, inVersion: readonly string[]) {
  const read = useReadFile(version, inVersion);
  const { change } = useEdits();
  return async (path: string): Promise<void> => {
    const file = await read(path);
    if (!file) return;
    change(version, (before) => (file.saved === null ? dropEdit(before, path) : putEdit(before, path, file.saved, null)));
    const undo = () => change(version, (before) => putEdit(before, path, file.saved, file.text));
    toast(`${path} goes with the next save.`, { action: { label: "Undo", onClick: undo } });
  };
}
