/** A person's own save, and going back to an older version: checked before it becomes current, merged when someone was faster. */
import type { Origin } from "@edgewright/audit";
import type { Author, CompilerRpc, Conflict, DataPlan, FileChange, FileMap, Finding, Outcome } from "@edgewright/contracts";
import { fail, ok, pathOfFile, pointedFile, withChanges } from "@edgewright/core";
import { admitFiles, type VersionStore } from "@edgewright/storage";
import type { ProjectRecord, VersionRecord } from "./ports.ts";
import { reconcile } from "./reconcile.ts";
import { type SaveDeps, type SaveInput, saveVersion } from "./save-version.ts";

const ROUNDS = 5;

/** `verify` type-checks and boots the files. */
export type SaveEditDeps = SaveDeps & { verify(projectId: string, files: FileMap): Promise<{ ok: boolean; findings: Finding[] }> };

/** Types first: an app with type errors is not booted. */
export async function verifyFiles(compiler: Pick<CompilerRpc, "check" | "boot">, projectId: string, files: FileMap) {
  const types = await compiler.check({ projectId, files });
  return types.ok ? compiler.boot({ files }) : types;
}

export type SavedEdit =
  | { outcome: "saved"; version: VersionRecord; merged: boolean; current: boolean; files: FileMap }
  | { outcome: "conflict"; head: number; conflicts: Conflict[] }
  | { outcome: "data_loss"; plan: DataPlan };

/** What a person changes: a text, or the bytes of any file. */
export type EditedFile = FileChange | { path: string; bytes: Uint8Array<ArrayBuffer> };

export type Edit = { parent: number; changes: EditedFile[]; message?: string; accepts?: readonly string[]; author: Author; origin: Origin };

export async function saveEdit(deps: SaveEditDeps, project: ProjectRecord, edit: Edit): Promise<Outcome<SavedEdit>> {
  const base = await deps.store.load(project.id, edit.parent);
  if (!base.ok) return base;
  const changes = await changesOf(deps.store, base.value, edit.changes);
  if (!changes.ok) return changes;
  const files = withChanges(base.value, changes.value);
  const message = edit.message?.trim() || describe(changes.value);
  return saveMerged(deps, project, { ...edit, projectId: project.id, files, message }, base.value);
}

/** Version `number` again, as a new version on top of the current one. History is never rewritten. */
export async function restoreVersion(
  deps: SaveEditDeps,
  project: ProjectRecord,
  input: { number: number; accepts?: readonly string[]; author: Author; origin: Origin },
): Promise<Outcome<SavedEdit>> {
  const files = await deps.store.load(project.id, input.number);
  if (!files.ok) return files;
  return saveMerged(
    deps,
    project,
    {
      projectId: project.id,
      parent: project.currentVersion,
      files: files.value,
      author: input.author,
      origin: input.origin,
      accepts: input.accepts,
      message: `Restore version ${input.number}`,
      restoredFrom: input.number,
    },
    files.value,
  );
}

/** Files that stand on the version `parent`, whoever put them together. @param kept files whose names are as old as their version */
export async function saveMerged(
  deps: SaveEditDeps,
  project: ProjectRecord,
  input: Omit<SaveInput, "checked">,
  kept: FileMap,
): Promise<Outcome<SavedEdit>> {
  // Merging comes before the check, so that a conflict is told at once and nothing is checked twice for it.
  const early = await reconcile(deps, { ...input, head: project.currentVersion });
  if (!early.ok) return early;
  const position = early.value;
  if (position.state === "conflict") return ok({ outcome: "conflict", head: position.head, conflicts: position.conflicts });
  let next = position.state === "merged" ? { ...input, files: position.files, parent: position.head, merged: true } : { ...input };
  for (let round = 0; round < ROUNDS; round++) {
    const admitted = admitFiles(next.files, kept);
    if (!admitted.ok) return admitted;
    const checked = await deps.verify(project.id, admitted.value);
    const saved = await saveVersion(deps, { ...next, checked });
    if (!saved.ok) return saved;
    if (saved.value.outcome !== "merged-unchecked") return ok(saved.value);
    next = { ...next, files: saved.value.files, parent: saved.value.head, merged: true };
  }
  return fail("conflict", "This project is being changed faster than the save can follow.", {
    retry: true,
    next: "Save again in a moment.",
  });
}

async function changesOf(store: VersionStore, base: FileMap, edited: readonly EditedFile[]): Promise<Outcome<FileChange[]>> {
  const changes: FileChange[] = [];
  for (const file of edited) {
    const path = pathOfFile(base, file.path);
    if (!path.ok) return path;
    if ("text" in file && file.text?.includes("\0"))
      return fail("not_text", `${path.value} is not valid text.`, { next: "Send a file that is not text as its bytes, in base64." });
    const text = "text" in file ? file.text : await store.keep(file.bytes);
    if (text !== null && pointedFile(text) && !mayBeBinary(path.value))
      return fail("not_text", `${path.value} is not valid text in UTF-8.`, {
        next: "Pictures, fonts and other files that are no text go into public/; code and texts are saved as UTF-8.",
      });
    changes.push({ path: path.value, text });
  }
  return ok(changes);
}

const READ_AS_TEXT = /\.([cm]?[jt]sx?|json|css|html?|md|txt|csv|svg|xml)$/i;
const mayBeBinary = (path: string) => path.startsWith("public/") && !READ_AS_TEXT.test(path);

function describe(changes: FileChange[]): string {
  const [first] = changes;
  return changes.length === 1 && first ? `Edit ${first.path}` : `Edit ${changes.length} files`;
}
