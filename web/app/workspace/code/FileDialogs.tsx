/** New file, another name: each an unsaved edit until it is saved. */
import { type Edits, putEdit, renameEdit } from "./edits.ts";
import { PathDialog } from "./PathDialog.tsx";
import { useReadFile } from "./use-delete-file.ts";

export type FileDialog = "new" | "rename" | null;

interface FileDialogsProps {
  dialog: FileDialog;
  path: string | null;
  paths: readonly string[];
  version: number;
  inVersion: readonly string[];
  onChange: (update: (edits: Edits) => Edits) => void;
  /** The file to open now; undefined: the one that is open. */
  onDone: (file?: string) => void;
}

export function FileDialogs({ dialog, path, paths, version, inVersion, onChange, onDone }: FileDialogsProps) {
  const read = useReadFile(version, inVersion);
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
          const file = to === path ? null : await read(path);
          if (!file) return;
          onChange((before) => renameEdit(before, path, to, file.saved, file.text));
          onDone(to);
        }}
      />
    );
  return null;
}
