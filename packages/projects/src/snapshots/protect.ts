/** Keeps a project as it is before a version takes the place of another: always for an older one that comes back, else when the data would be migrated. */
import { type SnapshotDeps, takeSnapshot } from "@edgewright/audit";
import { type AppSchema, type Environment, type Outcome, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { fail, log, ok } from "@edgewright/core";
import { readSchema } from "@edgewright/data-store";
import type { Protect } from "../save-version.ts";

type MigratingData = { migrates(schema: AppSchema): Promise<boolean> };
export type ProtectDeps = Omit<SnapshotDeps, "data"> & {
  data(projectId: string, environment: Environment): ReturnType<SnapshotDeps["data"]> & MigratingData;
};

export const protectData =
  (deps: ProtectDeps): Protect =>
  async (project, { files, restored, origin }) => {
    const needed = restored ? ok(true) : await migrates(deps, project.id, readSchema(files));
    if (!needed.ok) return needed;
    if (!needed.value) return ok(undefined);
    const taken = await takeSnapshot(deps, project, restored ? "restore" : "migration", origin);
    return taken.ok ? ok(undefined) : taken;
  };

/** A schema that is not valid is not applied to the data. */
async function migrates(deps: ProtectDeps, projectId: string, schema: AppSchema | null): Promise<Outcome<boolean>> {
  if (schema === null) return ok(false);
  try {
    return ok(await deps.data(projectId, WORKING_ENVIRONMENT).migrates(schema));
  } catch (error) {
    log.warn("an app's data was not reached before a version", { projectId, error: String(error) });
    return fail("unavailable", "The app's data could not be reached, so the version was not saved.", {
      next: "Try again in a moment.",
      retry: true,
    });
  }
}
