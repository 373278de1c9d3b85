/** A project gets a repository, a new one or one that is there, and can be parted from it again: nothing is lost on either side. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { GitHubRepository, LinkGitHub, Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import type { ProjectRecord } from "@edgewright/projects";
import { type ConnectDeps, notConfigured } from "./connect.ts";
import type { GitHubApi, InstallationRecord, LinkRecord } from "./ports.ts";

type Project = Pick<ProjectRecord, "id" | "organizationId">;

export async function linkProject(deps: ConnectDeps, project: Project, wanted: LinkGitHub, origin: Origin): Promise<Outcome<LinkRecord>> {
  const { github, githubApi, clock } = deps;
  if (!githubApi) return notConfigured();
  if (await github.link(project.id)) return linkedAlready();
  const installation = await usableInstallation(deps, project.organizationId, wanted.installationId);
  if (!installation.ok) return installation;
  const repository = await repositoryFor(githubApi, installation.value, wanted);
  if (!repository.ok) return repository;
  const { id: repositoryId, owner, name: repo, branch } = repository.value;
  const link: LinkRecord = {
    ...{ projectId: project.id, installationId: wanted.installationId, repositoryId, owner, repo },
    branch: (wanted.kind === "link" ? wanted.branch : undefined) ?? branch,
    ...{ headSha: null, headVersion: null, behind: 0, stopped: null, syncedAt: null, publishes: null },
    createdBy: origin.personId ?? origin.id,
    createdAt: clock.now(),
  };
  const inserted = await github.insertLink(link, lineOf(clock, origin, project, link, "github.linked"));
  if (inserted === "linked") return linkedAlready();
  if (inserted === "taken")
    return fail("conflict", `Another project has the branch ${link.branch} of ${owner}/${repo}.`, {
      next: "Choose another branch or repository.",
    });
  return ok(link);
}

const linkedAlready = () => fail("conflict", "This project has a repository already.", { next: "Disconnect it first." });

export async function unlinkProject(
  { github, clock }: Pick<ConnectDeps, "github" | "clock">,
  project: Project,
  origin: Origin,
): Promise<Outcome<void>> {
  const link = await github.link(project.id);
  const gone = fail("not_found", "This project has no repository.", { next: "Create or link one." });
  if (!link) return gone;
  return (await github.removeLink(project.id, lineOf(clock, origin, project, link, "github.unlinked"))) ? ok(undefined) : gone;
}

const lineOf = (
  clock: Clock,
  origin: Origin,
  { id, organizationId }: Project,
  { owner, repo, branch }: LinkRecord,
  action: "github.linked" | "github.unlinked",
) =>
  auditEntry(clock, origin, {
    scope: organizationId,
    projectId: id,
    action,
    subject: id,
    detail: { repository: `${owner}/${repo}`, branch },
  });

/** Only what the project's own organization is connected to, however the number was come by. */
export async function usableInstallation(
  { github }: Pick<ConnectDeps, "github">,
  organizationId: string,
  id: number,
): Promise<Outcome<InstallationRecord>> {
  const found = (await github.installationsOf(organizationId)).find(({ installationId }) => installationId === id);
  if (!found)
    return fail("not_found", "The organization is not connected to that account on GitHub.", {
      next: "Connect it in the organization's settings.",
    });
  if (found.status !== "active")
    return fail("forbidden", `The connection to ${found.account} is ${found.status}.`, {
      next: "An owner of that account puts it right on GitHub.",
    });
  return ok(found);
}

async function repositoryFor(api: GitHubApi, installation: InstallationRecord, wanted: LinkGitHub): Promise<Outcome<GitHubRepository>> {
  const { account, accountType, installationId } = installation;
  if (wanted.kind === "link") return api.repository({ installationId, owner: wanted.owner, repo: wanted.name });
  if (accountType === "User")
    return fail("forbidden", "GitHub lets an App make repositories in organizations only, not in a person's own account.", {
      next: `Make an empty repository ${wanted.name} on GitHub, let the App see it, and link it here.`,
    });
  return api.createRepository(installationId, { account, name: wanted.name, private: wanted.private });
}
