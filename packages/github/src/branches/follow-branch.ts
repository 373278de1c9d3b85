/**
 * A branch and its pull request follow its newest version. Each step may be done twice: commits are named by their content, the
 * branch moves only forward, and a pull request that is open is found again. Called by the queue's consumer.
 */
import type { ConversationDeps } from "@edgewright/chat";
import type { Failure, Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { type ProjectRecord, usableProject, type VersionRecord } from "@edgewright/projects";
import type { SyncDeps } from "../deps.ts";
import type { BranchRecord, GitRepository, LinkRecord } from "../ports.ts";
import { commitOf } from "../push.ts";
import { connectionStop } from "../view.ts";
import { pullBody } from "./pull-body.ts";

type FollowDeps = SyncDeps & Pick<ConversationDeps, "jobs" | "messages">;
type At = { link: LinkRecord; git: GitRepository; project: ProjectRecord };

/** Called after each job: where it was on a branch and has made a version, the branch ends in that. */
export async function noteBranchJob(deps: FollowDeps, jobId: string): Promise<void> {
  const job = await deps.jobs.get(jobId);
  const branch = job && job.branch !== null ? await deps.github.branch(job.branch) : null;
  if (!branch || job?.status !== "done" || job.resultVersion === null) return;
  if (job.resultVersion > (branch.tip ?? 0)) await deps.github.updateBranch(branch.id, { tip: job.resultVersion, says: null });
  await deps.send({ kind: "branch", branchId: branch.id });
}

/** The failure is to be tried again. */
export async function followBranch(deps: FollowDeps, branchId: string): Promise<Failure | null> {
  const branch = await deps.github.branch(branchId);
  if (!branch || branch.tip === null) return null;
  const at = await connected(deps, branch.projectId);
  if (!at) return null;
  const done = await bring(deps, at, branch);
  if (done.ok) return null;
  if (done.error.retry) return done.error;
  await deps.github.updateBranch(branchId, { says: [done.error.message, done.error.next].filter(Boolean).join(" ") });
  return null;
}

async function connected({ github, githubApi, projects }: SyncDeps, projectId: string): Promise<At | null> {
  const link = await github.link(projectId);
  const project = usableProject(await projects.find(projectId));
  if (!githubApi || !link || !project.ok) return null;
  if (connectionStop(link, await github.installationsOf(project.value.organizationId))) return null;
  return { link, git: githubApi.at(link), project: project.value };
}

async function bring(deps: FollowDeps, at: At, branch: BranchRecord): Promise<Outcome<void>> {
  const versions = await versionsOf(deps, branch);
  let head = branch.headSha ?? (await commitOfVersion(deps, at.link, branch.base));
  if (head === null) {
    // The version it parted from goes first.
    await deps.send({ kind: "sync", projectId: branch.projectId });
    return fail("unavailable", "The version that the branch parted from is not on GitHub yet.", {
      retry: true,
      next: "It is tried again by itself.",
    });
  }
  for (const version of versions.filter(({ number }) => number > (branch.headVersion ?? branch.base))) {
    const made = await commitOf(deps, at.git, version, head);
    if (!made.ok) return made;
    if (made.value.state === "gone")
      return fail("gone", "The commit that this branch stands on is no longer on GitHub.", { next: "Begin anew." });
    if (made.value.state === "made") head = made.value.sha;
    const moved = await moveTo(at.git, branch.name, head);
    if (!moved.ok) return moved;
    await deps.github.updateBranch(branch.id, { headSha: head, headVersion: version.number, says: null });
  }
  if (!branch.wanted || branch.pull !== null || head === null) return ok(undefined);
  const body = await pullBody(deps, versions);
  const opened = await at.git.openPull({ title: branch.title, body, head: branch.name, base: at.link.branch });
  if (!opened.ok) return opened;
  await deps.github.updateBranch(branch.id, { pull: opened.value, says: null });
  await deps.send({ kind: "pull", projectId: branch.projectId, number: opened.value });
  return ok(undefined);
}

/** Those of the branch, the oldest first. */
async function versionsOf({ versions }: Pick<SyncDeps, "versions">, { projectId, base, tip }: BranchRecord): Promise<VersionRecord[]> {
  const found: VersionRecord[] = [];
  for (let at = tip; at !== null && at > base; ) {
    const version = await versions.get(projectId, at);
    if (!version) break;
    found.unshift(version);
    at = version.parent;
  }
  return found;
}

async function commitOfVersion({ github }: Pick<SyncDeps, "github">, link: LinkRecord, version: number): Promise<string | null> {
  if (link.headVersion === version) return link.headSha;
  return (await github.commitsOf(link.projectId, version))[0]?.sha ?? null;
}

async function moveTo(git: GitRepository, name: string, sha: string): Promise<Outcome<void>> {
  const made = await git.createBranch(name, sha);
  if (!made.ok) return made;
  if (made.value === "made") return ok(undefined);
  const moved = await git.moveBranch(name, sha);
  if (!moved.ok) return moved;
  if (moved.value === "moved") return ok(undefined);
  return fail("conflict", `Somebody pushed to ${name} on GitHub, so what was made here was not pushed.`, {
    next: "Merge the pull request as it is there, and ask for the change anew.",
  });
}
