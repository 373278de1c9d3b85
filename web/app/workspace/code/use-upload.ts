/** Takes files of a person's computer into the unsaved edits. One that is there already is replaced, which Undo takes back. */
import { count } from "../../components/figures.ts";
import { toast } from "../../components/toast.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { putEdit } from "./edits.ts";
import { readUploads } from "./read-uploads.ts";
import { useEdits } from "./use-edits.ts";
import { loadText } from "./use-files.ts";

export function useUpload(version: number, inVersion: readonly string[]) {
  const { project, go } = useWorkspace();
  const { change } = useEdits();
  return async (files: readonly File[]): Promise<void> => {
    const uploads = await readUploads(files);
    if (typeof uploads === "string") return void toast.error(uploads);
    for (const { path, content } of uploads) {
      const saved = inVersion.includes(path) ? await loadText(project.id, version, path) : null;
      if (saved && !saved.ok) return void toast.failure(saved.error);
      change(version, (before) => putEdit(before, path, saved?.value ?? null, content));
    }
    const first = uploads[0];
    if (!first) return;
    go({ file: first.path, line: null });
    toast(`${uploads.length === 1 ? first.path : count(uploads.length, "file")} goes live with the next save.`);
  };
}
