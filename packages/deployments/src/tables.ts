/** The tables of a published app, and its automations: brought to those of a version, with what that does to its rows told first. See decision 0032. */
import { isAutomationFile, readAutomations } from "@edgewright/automations/files";
import {
  type AppSchema,
  type Automations,
  type DataPlan,
  type Environment,
  type FileMap,
  type Outcome,
  type ProjectDataRpc,
  stepsInTheWay,
} from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { readSchema, SCHEMA_FILE } from "@edgewright/data-store";
import type { VersionStore } from "@edgewright/storage";
import { lossRefused } from "./messages.ts";

export const PUBLISHED_ENVIRONMENT: Environment = "production";

export type TablesDeps = {
  data(projectId: string, environment: Environment): Pick<ProjectDataRpc, "setSchema" | "setAutomations" | "plan">;
  store: Pick<VersionStore, "entries" | "read">;
};

type Project = { id: string; organizationId: string };

export type ProductionTables = {
  /** What the published rows would become under the tables of a version. */
  plan(projectId: string, version: number): Promise<Outcome<DataPlan>>;
  /** Refused if rows would lose what nobody has agreed to lose. A second time it changes nothing. */
  change(release: { project: Project; version: number }, accepts: readonly string[]): Promise<Outcome<void>>;
  /** Back to the tables of the version that is live: what was put aside is back as well. */
  restore(project: Project, version: number): Promise<void>;
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
  const automationsOf = async (projectId: string, version: number): Promise<Outcome<Automations>> => {
    const entries = await store.entries(projectId, version);
    if (!entries.ok) return entries;
    const files: FileMap = {};
    for (const { path } of entries.value.filter((file) => isAutomationFile(file.path))) {
      const file = await store.read(projectId, version, path);
      if (!file.ok) return file;
      files[path] = file.value.text ?? "";
    }
    return ok(readAutomations(files));
  };
  const set = async ({ id, organizationId }: Project, version: number): Promise<Outcome<void>> => {
    const [schema, automations] = [await schemaOf(id, version), await automationsOf(id, version)];
    if (!schema.ok) return schema;
    if (!automations.ok) return automations;
    const done = await rowsOf(id).setSchema({ channel: "current", schema: schema.value, version });
    if (!done.ok) return done;
    await rowsOf(id).setAutomations({ organizationId, projectId: id, environment: PUBLISHED_ENVIRONMENT }, automations.value);
    return ok(undefined);
  };

  return {
    plan,
    async change({ project, version }, accepts) {
      const planned = await plan(project.id, version);
      if (!planned.ok) return planned;
      return stepsInTheWay(planned.value, accepts).length > 0 ? lossRefused(planned.value, accepts) : set(project, version);
    },
    async restore(project, version) {
      const done = await set(project, version);
      if (!done.ok) throw new Error(`The tables of version ${version} could not be had back: ${done.error.message}`);
    },
  };
}
