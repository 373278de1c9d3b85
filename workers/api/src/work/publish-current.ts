/** After a person's save or restore became current: open previews follow. Used by the routes that save. */
import { log } from "@edgewright/core";
import type { SavedEdit } from "@edgewright/projects";
import type { Services } from "../services.ts";

/** The version is kept whatever happens here; a workspace that missed it reads the current version when it is next asked. */
export async function publishCurrent(services: Services, projectId: string, saved: SavedEdit): Promise<void> {
  if (saved.outcome !== "saved" || !saved.current) return;
  const { version, files } = saved;
  try {
    await services.workspace(projectId).setCurrent({ projectId, version: version.number, files });
  } catch (error) {
    log.warn("previews were not told of a version", { projectId, version: version.number, error: String(error) });
  }
}
