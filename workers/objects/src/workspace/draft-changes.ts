/** Whether changes may be made to a draft: paths and limits. Nothing is applied when one of them is refused. */
import { type FileChange, type FileMap, LIMITS, type Outcome } from "@edgewright/contracts";
import { fail, ok, pathOfFile, withChanges } from "@edgewright/core";
import { admitFiles } from "@edgewright/storage";

export type AppliedChanges = { files: FileMap; changes: FileChange[] };

export function applyChanges(files: FileMap, changes: FileChange[]): Outcome<AppliedChanges> {
  if (changes.length > LIMITS.filesPerTurn) {
    return fail("too_many_files", `${changes.length} files at once; at most ${LIMITS.filesPerTurn} can be written together.`, {
      next: "Write them in several steps.",
    });
  }
  const applied: FileChange[] = [];
  for (const change of changes) {
    const path = pathOfFile(files, change.path);
    if (!path.ok) return path;
    applied.push({ path: path.value, text: change.text });
  }
  const next = withChanges(files, applied);
  const admitted = admitFiles(next, files);
  return admitted.ok ? ok({ files: next, changes: applied }) : admitted;
}
