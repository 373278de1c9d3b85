/**
 * Stands before a version that takes the place of another: what its tables would do to the rows is told first, and a person must
 * agree to what they lose; then the project is kept as it is. Always for an older version that comes back, else when the data
 * would be migrated.
 */
import { type SnapshotDeps, takeSnapshot } from "@edgewright/audit";
import {
  type AppSchema,
  type DataPlan,
  type Environment,
  type FileMap,
  type Outcome,
  stepsInTheWay,
  WORKING_ENVIRONMENT,
} from "@edgewright/contracts";
import { fail, log, ok } from "@edgewright/core";
import { readSchema } from "@edgewright/data-store";
import type { Protect } from "../save-version.ts";

type MigratingData = { migrates(schema: AppSchema): Promise<boolean>; plan(schema: AppSchema, sight: null): Promise<Outcome<DataPlan>> };
export type ProtectDeps = Omit<SnapshotDeps, "data"> & {
  data(projectId: string, environment: Environment): ReturnType<SnapshotDeps["data"]> & MigratingData;
};

export const protectData =
  (deps: ProtectDeps): Protect =>
  async (project, { files, restored, accepts, origin }) => {
    const found = await migrationTo(deps, project.id, readSchema(files));
    if (!found.ok) return found;
    const plan = found.value && (restored ? asRestored(found.value) : found.value);
    if (plan && stepsInTheWay(plan, accepts).length > 0) return ok(plan);
    if (!plan && !restored) return ok(null);
    const taken = await takeSnapshot(deps, project, restored ? "restore" : "migration", origin);
    return taken.ok ? ok(null) : taken;
  };

/** What the tables of an app's files would do to its rows; null: nothing, or it cannot be told now. */
export const dataPlanner =
  (deps: { data(projectId: string, environment: Environment): MigratingData }) =>
  async (projectId: string, files: FileMap): Promise<DataPlan | null> => {
    const found = await migrationTo(deps, projectId, readSchema(files));
    return found.ok ? found.value : null;
  };

/** What an older version cannot hold is put aside, and does not keep it from coming back. */
const asRestored = ({ steps }: DataPlan): DataPlan => ({
  steps: steps.map((step) => (step.effect === "impossible" ? { ...step, effect: "lossy" } : step)),
});

/** Null: no row would be changed. A schema that is not valid is not applied to the data. */
async function migrationTo(
  deps: Parameters<typeof dataPlanner>[0],
  projectId: string,
  schema: AppSchema | null,
): Promise<Outcome<DataPlan | null>> {
  if (schema === null) return ok(null);
  const data = deps.data(projectId, WORKING_ENVIRONMENT);
  try {
    return (await data.migrates(schema)) ? await data.plan(schema, null) : ok(null);
  } catch (error) {
    log.warn("an app's data was not reached before a version", { projectId, error: String(error) });
    return fail("unavailable", "The app's data could not be reached, so the version was not saved.", {
      next: "Try again in a moment.",
      retry: true,
    });
  }
}
