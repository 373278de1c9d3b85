/** New file, another name, deletion: each an unsaved edit until it is saved. */
import { useEffect } from "react";
import { toast } from "../../components/toast.ts";
import { useWorkspace } from "../WorkspaceContext.tsx";
import { dropEdit, type Edits, putEdit, renameEdit } from "./edits.ts";
import { PathDialog } from "./PathDialog.tsx";
import { useEdits } from "./use-edits.ts";
import { loadText } from "./use-files.ts";

export type FileDialog = "new" | "rename" | "delete" | null;

interface FileDialogsProps {
  dialog: FileDialog;
  path: string | null;
  paths: readonly string[];
  version: number;
  inVersion: boolean;
  onChange: (update: (edits: Edits) => Edits) => void;
  /** The file to open now; undefined: the one that is open. */
  onDone: (file?: string | null) => void;
}

export function FileDialogs({ dialog, path, paths, version, inVersion, onChange, onDone }: FileDialogsProps) {
  const { project } = useWorkspace();
  const { edits } = useEdits();
  /** What the file is in the version, and now; null when it could not be read. */
  const read = async (of: string) => {
    const loaded = inVersion ? await loadText(project.id, version, of) : null;
    if (loaded && !loaded.ok) return void toast.failure(loaded.error);
    const saved = loaded?.value ?? null;
    return { saved, text: edits[of]?.text ?? saved ?? "" };
  };

  useEffect(() => {
    if (dialog !== "delete" || path === null) return;
    onDone(null);
    void read(path).then((file) => {
      if (!file) return;
      onChange((before) => (file.saved === null ? dropEdit(before, path) : putEdit(before, path, file.saved, null)));
      const undo = () => onChange((before) => putEdit(before, path, file.saved, file.text));
      toast(`${path} goes with the next save.`, { action: { label: "Undo", onClick: undo } });
    });
  });

  if (dialog === "new")
    return (
      <PathDialog
        title="New file"
        action="Create"
        start="src/"
        taken={paths}
        onClose={() => onDone()}
        onPath={(made) => {
          onChange((before) => putEdit(before, made, null, ""));
          onDone(made);
        }}
      />
    );
  if (dialog === "rename" && path !== null)
    return (
      <PathDialog
        title={`Rename ${path}`}
        action="Rename"
        start={path}
        taken={paths.filter((other) => other !== path)}
        onClose={() => onDone()}
        onPath={async (to) => {
          const file = to === path ? undefined : await read(path);
          if (!file) return;
          onChange((before) => renameEdit(before, path, to, file.saved, file.text));
          onDone(to);
        }}
      />
    );
  return null;
}
