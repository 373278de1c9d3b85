/** What people do with a branch and a pull request: open one, merge one. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import type { SyncDeps } from "../deps.ts";
import type { GitHubApi, GitHubRecords } from "../ports.ts";

type Project = Pick<ProjectRecord, "id" | "organizationId">;
type Deps = { github: GitHubRecords; githubApi: GitHubApi | null; clock: Clock; send: SyncDeps["send"] };

const lineOf = ({ clock }: Deps, project: Project, origin: Origin, action: "github.pull_asked" | "github.pull_merged", subject: string) =>
  auditEntry(clock, origin, { scope: project.organizationId, projectId: project.id, action, subject });

export async function askForPull(deps: Deps, project: Project, branchId: string, origin: Origin): Promise<Outcome<void>> {
  const branch = await deps.github.branch(branchId);
  if (branch?.projectId !== project.id) return fail("not_found", "There is no such branch.", { next: "Look at the list." });
  await deps.github.updateBranch(branchId, { wanted: true, says: null }, lineOf(deps, project, origin, "github.pull_asked", branch.name));
  await deps.send({ kind: "branch", branchId });
  return ok(undefined);
}

/** GitHub's own rules of the branch hold: reviews that are needed, checks that must pass. */
export async function mergePull(
  deps: Deps & { audit: { record(entry: ReturnType<typeof lineOf>): Promise<unknown> } },
  project: Project,
  { number, sha }: { number: number; sha: string },
  origin: Origin,
): Promise<Outcome<void>> {
  const link = await deps.github.link(project.id);
  const pull = await deps.github.pull(project.id, number);
  if (!deps.githubApi || !link || pull?.state !== "open")
    return fail("not_found", "There is no open pull request of that number.", { next: "Look at the list." });
  const merged = await deps.githubApi.at(link).mergePull(number, sha);
  if (!merged.ok) return merged;
  await deps.audit.record(lineOf(deps, project, origin, "github.pull_merged", String(number)));
  await deps.send({ kind: "pull", projectId: project.id, number });
  await deps.send({ kind: "sync", projectId: project.id });
  return ok(undefined);
}
