/** After a person's save, restore or rollback became current: open previews follow. Called by the operations that save. */
import type { FileMap, WorkspaceRpc } from "@edgewright/contracts";
import { log } from "@edgewright/core";
import type { SavedEdit } from "./save-edit.ts";

export type PublishDeps = { workspace(projectId: string): Pick<WorkspaceRpc, "setCurrent"> };

export async function publishCurrent(deps: PublishDeps, projectId: string, saved: SavedEdit): Promise<void> {
  if (saved.outcome !== "saved" || !saved.current) return;
  await showVersion(deps, projectId, { version: saved.version.number, files: saved.files });
}

/** The version is kept whatever happens here; a workspace that missed it reads the current version when it is next asked. */
export async function showVersion(deps: PublishDeps, projectId: string, live: { version: number; files: FileMap }): Promise<void> {
  try {
    await deps.workspace(projectId).setCurrent({ projectId, ...live });
  } catch (error) {
    log.warn("previews were not told of a version", { projectId, version: live.version, error: String(error) });
  }
}
