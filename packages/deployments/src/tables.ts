/** The tables of a published app: brought to those of a version, with what that does to its rows told first. See decision 0032. */
import { type AppSchema, type DataPlan, type Environment, type Outcome, type ProjectDataRpc, stepsInTheWay } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { readSchema, SCHEMA_FILE } from "@edgewright/data-store";
import type { VersionStore } from "@edgewright/storage";
import { lossRefused } from "./messages.ts";

export const PUBLISHED_ENVIRONMENT: Environment = "production";

export type TablesDeps = {
  data(projectId: string, environment: Environment): Pick<ProjectDataRpc, "setSchema" | "plan">;
  store: Pick<VersionStore, "read">;
};

export type ProductionTables = {
  /** What the published rows would become under the tables of a version. */
  plan(projectId: string, version: number): Promise<Outcome<DataPlan>>;
  /** Refused if rows would lose what nobody has agreed to lose. A second time it changes nothing. */
  change(release: { project: { id: string }; version: number }, accepts: readonly string[]): Promise<Outcome<void>>;
  /** Back to the tables of the version that is live: what was put aside is back as well. */
  restore(project: { id: string }, version: number): Promise<void>;
};

export function productionTables({ data, store }: TablesDeps): ProductionTables {
  const schemaOf = async (projectId: string, version: number): Promise<Outcome<AppSchema>> => {
    const file = await store.read(projectId, version, SCHEMA_FILE);
    if (!file.ok && file.error.code !== "not_found") return file;
    const schema = readSchema(file.ok ? { [SCHEMA_FILE]: file.value.text ?? "" } : {});
    return schema
      ? ok(schema)
      : fail("schema_invalid", `The ${SCHEMA_FILE} of version ${version} is not valid.`, { next: "Correct it, then publish again." });
  };
  const rowsOf = (projectId: string) => data(projectId, PUBLISHED_ENVIRONMENT);
  const plan = async (projectId: string, version: number) => {
    const schema = await schemaOf(projectId, version);
    return schema.ok ? rowsOf(projectId).plan(schema.value, null) : schema;
  };
  const set = async (projectId: string, version: number): Promise<Outcome<void>> => {
    const schema = await schemaOf(projectId, version);
    if (!schema.ok) return schema;
    const done = await rowsOf(projectId).setSchema({ channel: "current", schema: schema.value, version });
    return done.ok ? ok(undefined) : done;
  };

  return {
    plan,
    async change({ project, version }, accepts) {
      const planned = await plan(project.id, version);
      if (!planned.ok) return planned;
      return stepsInTheWay(planned.value, accepts).length > 0 ? lossRefused(planned.value, accepts) : set(project.id, version);
    },
    async restore({ id }, version) {
      const done = await set(id, version);
      if (!done.ok) throw new Error(`The tables of version ${version} could not be had back: ${done.error.message}`);
    },
  };
}
