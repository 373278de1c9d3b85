/** A project's repository as it is shown: what stands where, in one word and two numbers. */
import type { GitHubConnection, GitHubLink, GitHubState, ProjectGitHub } from "@edgewright/contracts";
import { fail, iso } from "@edgewright/core";
import type { ProjectRecord, VersionRecords } from "@edgewright/projects";
import { branchView } from "./branches/view.ts";
import { installationView } from "./connect.ts";
import type { GitHubApi, GitHubRecords, InstallationRecord, LinkRecord } from "./ports.ts";
import { pullView } from "./pulls/view.ts";
import { pendingNumbers } from "./push.ts";
import { ruleView, runView } from "./rules/view.ts";

export type ViewDeps = { github: GitHubRecords; githubApi: GitHubApi | null; githubLacks: readonly string[]; versions: VersionRecords };

const COMMITS = 30;
const RUNS = 20;
const PULLS = 50;
const BRANCHES = 20;

export async function projectGitHub(deps: ViewDeps, project: ProjectRecord): Promise<ProjectGitHub> {
  const { github, githubApi } = deps;
  if (!githubApi)
    return {
      configured: false,
      lacks: [...deps.githubLacks],
      installations: [],
      link: null,
      commits: [],
      rules: [],
      runs: [],
      pulls: [],
      branches: [],
    };
  const [installations, link, commits, rules, runs, pulls, branches] = await Promise.all([
    github.installationsOf(project.organizationId),
    github.link(project.id),
    github.commits(project.id, COMMITS),
    github.rules(project.id),
    github.runs(project.id, RUNS),
    github.pulls(project.id, PULLS),
    github.branches(project.id, BRANCHES),
  ]);
  const repository = link && `${link.owner}/${link.repo}`;
  return {
    configured: true,
    lacks: [],
    installations: installations.map((one) => installationView(one, githubApi.webUrl)),
    link: link && (await linkView(deps, githubApi, project, link, installations)),
    commits: commits.map(({ projectId: _, at, ...commit }) => ({
      ...commit,
      at: iso(at),
      url: githubApi.webUrl(`${repository}/commit/${commit.sha}`),
    })),
    rules: rules.map(ruleView),
    runs: runs.map(runView),
    branches: link ? branches.map((branch) => branchView(githubApi, link, branch)) : [],
    pulls: pulls.filter(({ url }) => url !== "").map(pullView),
  };
}

async function linkView(
  deps: ViewDeps,
  api: GitHubApi,
  project: ProjectRecord,
  link: LinkRecord,
  installations: InstallationRecord[],
): Promise<GitHubLink> {
  const stopped = connectionStop(link, installations) ?? link.stopped;
  const ahead = (await pendingNumbers(deps, project, link.headVersion)).length;
  const { installationId, owner, repo: name, branch, behind, syncedAt } = link;
  return {
    ...{ installationId, owner, name, branch, ahead, behind, stopped },
    url: api.webUrl(`${owner}/${name}/tree/${branch}`),
    state: stopped ? "stopped" : stateOf(ahead, behind),
    publishMerged: link.publishes !== null,
    syncedAt: syncedAt === null ? null : iso(syncedAt),
  };
}

function stateOf(ahead: number, behind: number): GitHubState {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "in_sync";
}

/** Why nothing moves whatever the repository is like: the organization's connection is not there. */
export function connectionStop({ installationId }: LinkRecord, installations: InstallationRecord[]): LinkRecord["stopped"] {
  const installation = installations.find((one) => one.installationId === installationId);
  if (installation?.status === "active") return null;
  const message = installation
    ? `The connection to ${installation.account} on GitHub is ${installation.status}.`
    : "The organization is no longer connected to the repository's account on GitHub.";
  const { error: failure } = fail("forbidden", message, { next: "Connect it anew in the organization's settings." });
  return { kind: "refused", failure, sha: null, current: null, draft: null };
}

export async function connectionView(
  deps: Pick<ViewDeps, "github" | "githubApi" | "githubLacks">,
  organizationId: string,
): Promise<GitHubConnection> {
  const { githubApi } = deps;
  if (!githubApi) return { configured: false, lacks: [...deps.githubLacks], installations: [] };
  const installations = await deps.github.installationsOf(organizationId);
  return { configured: true, lacks: [], installations: installations.map((one) => installationView(one, githubApi.webUrl)) };
}
