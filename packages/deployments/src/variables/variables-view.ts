/** The variables of a project as people see them: secrets without their values, and what is live without the newest. */
import type { NeededVariable, Outcome, Variable, Variables } from "@edgewright/contracts";
import { iso, ok } from "@edgewright/core";
import type { VersionStore } from "@edgewright/storage";
import type { Builds } from "../builds.ts";
import type { PublicationRecord, PublicationRecords } from "../ports.ts";
import { changedNames, missingOf, neededVariables } from "./needs.ts";
import { openOfBuild, openRecords, openVariables, type VariableDeps } from "./open-variables.ts";
import type { VariableRecord } from "./ports.ts";

type Deps = VariableDeps & {
  builds: Pick<Builds, "get">;
  publications: Pick<PublicationRecords, "get">;
  store: Pick<VersionStore, "read">;
};
type Project = { id: string; currentVersion: number | null };

export async function variablesView(deps: Deps, { id, currentVersion }: Project): Promise<Outcome<Variables>> {
  const [records, { live }, needs] = await Promise.all([
    deps.appVariables.of(id),
    deps.publications.get(id),
    currentVersion === null ? [] : neededVariables(deps.store, id, currentVersion),
  ]);
  const of = async (environment: VariableRecord["environment"]) =>
    Promise.all(records.filter((record) => record.environment === environment).map((record) => view(record, deps.sealKey)));
  const [preview, production, changed] = await Promise.all([of("preview"), of("production"), live ? changedSince(deps, id, live) : []]);
  return ok({ preview, production, needs, live: live && { version: live.version, changed } });
}

async function view(record: VariableRecord, sealKey: string): Promise<Variable> {
  const { name, secret, updatedAt, updatedBy } = record;
  const opened = secret ? null : await openRecords([record], sealKey);
  return { name, secret, value: opened?.ok ? (opened.value[name]?.value ?? null) : null, updatedAt: iso(updatedAt), updatedBy };
}

/** Names of production's variables that are others than those that what is live runs with. What cannot be read is another one. */
async function changedSince(
  deps: VariableDeps & Pick<Deps, "builds">,
  projectId: string,
  { buildOf }: NonNullable<PublicationRecord["live"]>,
): Promise<string[]> {
  const [now, build] = await Promise.all([openVariables(deps, projectId, "production"), deps.builds.get(projectId, buildOf)]);
  const then = await openOfBuild(build?.variables ?? null, deps.sealKey, projectId, buildOf);
  return changedNames(now.ok ? now.value : {}, then.ok ? then.value : {});
}

/** Of what publishing a version would run with: what it lacks, and what is not as it is live. */
export async function variablesOfNext(
  deps: Omit<Deps, "publications">,
  projectId: string,
  version: number,
  live: PublicationRecord["live"],
): Promise<{ missing: NeededVariable[]; changed: string[] }> {
  const [records, needs, changed] = await Promise.all([
    deps.appVariables.of(projectId),
    neededVariables(deps.store, projectId, version),
    live ? changedSince(deps, projectId, live) : [],
  ]);
  const names = new Set(records.filter(({ environment }) => environment === "production").map(({ name }) => name));
  return { missing: missingOf(needs, (name) => names.has(name)), changed };
}
