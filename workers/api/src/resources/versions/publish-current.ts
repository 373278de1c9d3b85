/** After a person's save, restore or rollback became current: open previews follow. Used by the routes that save. */
import type { FileMap } from "@edgewright/contracts";
import { log } from "@edgewright/core";
import type { SavedEdit } from "@edgewright/projects";
import type { Services } from "../../services.ts";

export async function publishCurrent(services: Services, projectId: string, saved: SavedEdit): Promise<void> {
  if (saved.outcome !== "saved" || !saved.current) return;
  await showVersion(services, projectId, { version: saved.version.number, files: saved.files });
}

/** The version is kept whatever happens here; a workspace that missed it reads the current version when it is next asked. */
export async function showVersion(services: Services, projectId: string, live: { version: number; files: FileMap }): Promise<void> {
  try {
    await services.workspace(projectId).setCurrent({ projectId, ...live });
  } catch (error) {
    log.warn("previews were not told of a version", { projectId, version: live.version, error: String(error) });
  }
}
