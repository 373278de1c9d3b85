/** Deployments as people ask for them: a new one, one that goes back, a stop, a removal. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { type Outcome, type ProviderName, stepsInTheWay } from "@edgewright/contracts";
import { type Clock, fail, newId, newIdAt, ok } from "@edgewright/core";
import type { ProjectRecord, VersionRecords } from "@edgewright/projects";
import type { VersionStore } from "@edgewright/storage";
import { lossRefused } from "./messages.ts";
import type { DeploymentRecord, DeploymentRecords, PublicationRecords } from "./ports.ts";
import { type ProductionTables, PUBLISHED_ENVIRONMENT } from "./tables.ts";
import { missingRefused, neededVariables } from "./variables/needs.ts";
import type { VariableRecords } from "./variables/ports.ts";

export type RequestDeps = {
  deployments: DeploymentRecords;
  publications: Pick<PublicationRecords, "get">;
  versions: Pick<VersionRecords, "get">;
  tables: Pick<ProductionTables, "plan">;
  store: Pick<VersionStore, "read">;
  appVariables: Pick<VariableRecords, "of">;
  clock: Clock;
  /** Where an app will be found. */
  urlOf(provider: ProviderName, slug: string): string;
  /** Brings it to the queue, as soon as it is kept. */
  deliver(entry: Outgoing): Promise<unknown>;
};
type Outgoing = { id: string; deploy: { deploymentId: string }; createdAt: number };

type Asked = { version: number; accepts: string[]; origin: Origin; buildOf?: string };

/** Publishes a version, unless rows would lose what nobody has agreed to lose. */
export async function requestDeployment(deps: RequestDeps, project: ProjectRecord, asked: Asked): Promise<Outcome<DeploymentRecord>> {
  const version = await deps.versions.get(project.id, asked.version);
  if (version?.status !== "ok")
    return fail("not_found", `There is no version ${asked.version} that could be published.`, { next: "Pick a version from the history." });
  // What an earlier deployment has built runs with the variables of then.
  const lacking = asked.buildOf === undefined ? await variablesLacking(deps, project.id, asked.version) : null;
  if (lacking) return lacking;
  const plan = await deps.tables.plan(project.id, asked.version);
  if (!plan.ok) return plan;
  if (stepsInTheWay(plan.value, asked.accepts).length > 0) return lossRefused(plan.value, asked.accepts);
  const deployment = record(deps, project, asked);
  const { id, createdAt } = deployment;
  const entry = { id: newId("out"), deploy: { deploymentId: id }, createdAt };
  const audit = auditEntry(deps.clock, asked.origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "deployment.created",
    subject: id,
    detail: { version: asked.version, ...(asked.buildOf === undefined ? {} : { rollbackTo: asked.buildOf }) },
  });
  if ((await deps.deployments.insert(deployment, audit, entry)) === "busy")
    return fail("conflict", "Another deployment of this project is under way.", { next: "Wait for its end, or cancel it.", retry: true });
  await deps.deliver(entry);
  return ok(deployment);
}

async function variablesLacking({ store, appVariables }: RequestDeps, projectId: string, version: number) {
  const needs = await neededVariables(store, projectId, version);
  const records = needs.length > 0 ? await appVariables.of(projectId) : [];
  return missingRefused(needs, (name) => records.some((record) => record.environment === "production" && record.name === name));
}

/** Publishes what an earlier deployment has built, as it was then. */
export async function requestRollback(
  deps: RequestDeps,
  project: ProjectRecord,
  to: DeploymentRecord,
  asked: { accepts: string[]; origin: Origin },
): Promise<Outcome<DeploymentRecord>> {
  if (to.status !== "superseded")
    return fail("conflict", "Only a deployment that was live before can be gone back to.", { next: "Choose another one." });
  return requestDeployment(deps, project, { ...asked, version: to.version, buildOf: to.buildOf });
}

function record(deps: RequestDeps, project: ProjectRecord, { version, accepts, origin, buildOf }: Asked): DeploymentRecord {
  const now = deps.clock.now();
  const id = newIdAt("dep", now);
  const provider = "edge";
  return {
    id,
    projectId: project.id,
    kind: "production",
    provider,
    environment: PUBLISHED_ENVIRONMENT,
    version,
    status: "queued",
    url: deps.urlOf(provider, project.slug),
    buildOf: buildOf ?? id,
    // Where it came from is in the log of the organization.
    origin: { ...origin, ip: null, userAgent: null, requestId: null },
    accepts,
    error: null,
    stopping: false,
    fence: 0,
    createdAt: now,
    finishedAt: null,
  };
}

const line = (
  { clock }: { clock: Clock },
  project: ProjectRecord,
  { id, version }: DeploymentRecord,
  action: "deployment.cancelled" | "deployment.removed",
  origin: Origin,
) => auditEntry(clock, origin, { scope: project.organizationId, projectId: project.id, action, subject: id, detail: { version } });

/** It stops at its next step, and what was live stays so. */
export async function cancelDeployment(
  deps: { deployments: DeploymentRecords; clock: Clock },
  project: ProjectRecord,
  deployment: DeploymentRecord,
  origin: Origin,
): Promise<Outcome<void>> {
  const stopped = await deps.deployments.stop(deployment.id, line(deps, project, deployment, "deployment.cancelled", origin));
  return stopped ? ok(undefined) : fail("conflict", "This deployment has come to its end already.", { next: "Load the list again." });
}

/** Nobody can go back to it any more. */
export async function removeDeployment(
  deps: { deployments: DeploymentRecords; clock: Clock },
  project: ProjectRecord,
  deployment: DeploymentRecord,
  origin: Origin,
): Promise<Outcome<void>> {
  const removed = await deps.deployments.remove(deployment.id, line(deps, project, deployment, "deployment.removed", origin));
  if (removed) return ok(undefined);
  return fail("conflict", "A deployment that is live or under way cannot be removed.", {
    next: "Publish another version first, or unpublish the app.",
  });
}
