/**
 * A deployment from its message to its end. Its status is its journal: a step is begun by writing its status and is done once
 * the next one is written, so whoever takes over after a crash does the same step again, which makes nothing twice. Only the
 * last consumer's writes count. The one write that makes it live is the switch. See decision 0036.
 */
import { auditEntry } from "@edgewright/audit";
import type { DeployMessage, DeploymentStatus, Failure, Outcome } from "@edgewright/contracts";
import { type Clock, fail, log, ok } from "@edgewright/core";
import type { ProjectRecords } from "@edgewright/projects";
import { GONE, STEP_LINES, STOPPED, type Step } from "./messages.ts";
import type { DeploymentRecord, DeploymentRecords, Hold, PublicationRecords } from "./ports.ts";
import type { Provider, Release } from "./providers/provider.ts";
import type { ProductionTables } from "./tables.ts";

/** So long a consumer may be at one step before another one takes over. */
export const LEASE_MS = 60_000;
/** A deployment that ends each consumer that takes it must end itself. */
export const CONSUMERS_MAX = 20;

export type RunDeps = {
  deployments: DeploymentRecords;
  publications: Pick<PublicationRecords, "get">;
  projects: Pick<ProjectRecords, "find">;
  provider(deployment: DeploymentRecord): Provider;
  tables: ProductionTables;
  clock: Clock;
  /** Connections hear of what they may see now. */
  followAccess(): Promise<void>;
};

/** `dropped`: it has ended, or another consumer is at work on it. `lost`: another one has taken over. */
export type RunResult = "live" | "failed" | "cancelled" | "dropped" | "lost";

type Run = { deps: RunDeps; deployment: DeploymentRecord; hold: Hold; provider: Provider; release: Release };

const STALE = fail("stale_lease", "Another consumer has taken this deployment over.", { next: "Leave it to that one." });
const STEPS = ["building", "migrating", "deploying", "checking"] as const satisfies readonly Step[];

export async function runDeployment(deps: RunDeps, { deploymentId }: DeployMessage): Promise<RunResult> {
  const now = deps.clock.now();
  const deployment = await deps.deployments.begin(deploymentId, { now, until: now + LEASE_MS });
  if (!deployment) return "dropped";
  const hold: Hold = { id: deployment.id, fence: deployment.fence };
  try {
    return await carryOut(deps, deployment, hold);
  } catch (error) {
    // A bug or a lost binding: it is delivered again, and need not wait for this hold to run out.
    log.error("deployment failed", { deploymentId, error: String(error) });
    await deps.deployments.release(hold);
    throw error;
  }
}

async function carryOut(deps: RunDeps, deployment: DeploymentRecord, hold: Hold): Promise<RunResult> {
  const project = await deps.projects.find(deployment.projectId);
  if (!project) throw new Error(`The project of deployment ${deployment.id} is not there`);
  const { id, organizationId, slug, name } = project;
  const release: Release = {
    deploymentId: deployment.id,
    project: { id, organizationId, slug, name },
    version: deployment.version,
    buildOf: deployment.buildOf,
  };
  const run: Run = { deps, deployment, hold, provider: deps.provider(deployment), release };
  if (project.deletedAt !== null) return undo(run, GONE.error);
  if (deployment.fence > CONSUMERS_MAX) return undo(run, INTERRUPTED.error);
  const done = deployment.stopping ? STOPPED : await steps(run);
  if (done.ok) return "live";
  return done.error.code === "stale_lease" ? "lost" : undo(run, done.error);
}

const INTERRUPTED = fail("internal", `This deployment was interrupted ${CONSUMERS_MAX} times and did not come to its end.`, {
  next: "Publish again.",
});

async function steps(run: Run): Promise<Outcome<void>> {
  const { provider, release, deployment } = run;
  const work: Record<Step, () => Promise<Outcome<void>>> = {
    building: () => provider.build(release),
    migrating: () => run.deps.tables.change(release, deployment.accepts),
    deploying: () => provider.place(release),
    checking: () => provider.check(release),
  };
  const order: readonly DeploymentStatus[] = STEPS;
  const begun = order.indexOf(deployment.status);
  for (const step of STEPS.slice(Math.max(0, begun))) {
    const held = await proceed(run, step);
    if (!held.ok) return held;
    const done = await work[step]();
    if (!done.ok) return done;
  }
  const active = await provider.activate(release);
  return active.ok ? goLive(run) : active;
}

async function proceed({ deps, hold }: Run, status: Step): Promise<Outcome<void>> {
  const at = deps.clock.now();
  const held = await deps.deployments.proceed(hold, { status, line: { at, says: STEP_LINES[status] }, until: at + LEASE_MS });
  return held === "held" ? ok(undefined) : held === "stopping" ? STOPPED : STALE;
}

async function goLive(run: Run): Promise<Outcome<void>> {
  const { deps, hold, deployment } = run;
  const line = { at: deps.clock.now(), says: `Live at ${deployment.url}` };
  const held = await deps.deployments.goLive(hold, { line, audit: finished(run, "live") });
  if (held !== "held") return held === "stopping" ? STOPPED : STALE;
  await deps.followAccess();
  return ok(undefined);
}

/** What was live stays live: its tables are as it needs them, and what was placed goes. Then the deployment ends. */
async function undo(run: Run, error: Failure): Promise<RunResult> {
  const { deps, hold, deployment, provider, release } = run;
  const status = error.code === "cancelled" ? "cancelled" : "failed";
  const held = await deps.deployments.renew(hold, deps.clock.now() + LEASE_MS);
  if (held === "stale") return "lost";
  const { live } = await deps.publications.get(deployment.projectId);
  if (live) await deps.tables.restore(release.project, live.version);
  await provider.withdraw(release);
  const says = error.next === undefined ? error.message : `${error.message} ${error.next}`;
  const line = { at: deps.clock.now(), says };
  const ended = await deps.deployments.fail(hold, { status, error, line, audit: finished(run, status, error) });
  return ended === "stale" ? "lost" : status;
}

/** Said by the platform, of what a person has asked for. */
function finished({ deps, deployment, release }: Run, status: "live" | "failed" | "cancelled", error?: Failure) {
  return auditEntry(deps.clock, deployment.origin, {
    scope: release.project.organizationId,
    projectId: release.project.id,
    action: "deployment.finished",
    subject: deployment.id,
    detail: { status, version: deployment.version, ...(error ? { error: error.message } : {}) },
  });
}
