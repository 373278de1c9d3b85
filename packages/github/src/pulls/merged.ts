/** A merged pull request is published, once the commit that it became is in the current version, in the name of the admin who wanted that. */
import { can } from "@edgewright/accounts";
import { log, ok } from "@edgewright/core";
import { usableProject } from "@edgewright/projects";
import type { GitRepository, LinkRecord, PullRecord } from "../ports.ts";
import type { PullDeps } from "./pull-deps.ts";

const LOOKED_AT = 50;

export async function publishMerged(deps: PullDeps, projectId: string): Promise<void> {
  const link = await deps.github.link(projectId);
  if (!deps.githubApi || !link || link.publishes === null || link.stopped !== null || link.headSha === null) return;
  const waiting = (await deps.github.pulls(projectId, LOOKED_AT)).filter(({ publishSha }) => publishSha !== null);
  for (const pull of waiting) if (await isHere(deps.githubApi.at(link), link, pull)) await publish(deps, link, link.publishes, pull);
}

async function isHere(git: GitRepository, { headSha }: LinkRecord, { publishSha }: PullRecord): Promise<boolean> {
  if (publishSha === null || headSha === null) return false;
  if (publishSha === headSha) return true;
  const compared = await git.compare(publishSha, headSha);
  return compared.ok && compared.value?.straight === true;
}

/** Whether it succeeds or is refused, it is asked for once: a person looks at the deployments then. */
async function publish(deps: PullDeps, link: LinkRecord, userId: string, pull: PullRecord): Promise<void> {
  const { projectId, number } = pull;
  const project = usableProject(await deps.projects.find(projectId));
  if (!(await deps.github.takePublish(projectId, number)) || !project.ok || project.value.currentVersion === null) return;
  const { memberships, exceptions } = await deps.memberships.ofUser(userId);
  const actor = { id: userId, memberships, exceptions, scopes: null };
  const may = can(actor, "deployment.create", { organizationId: project.value.organizationId, projectId });
  const origin = {
    ...{ kind: "webhook" as const, id: pull.by, name: `Pull request ${number} on GitHub`, personId: userId },
    ...{ ip: null, userAgent: null, requestId: null },
  };
  const asked = may ? await deps.publish(project.value, project.value.currentVersion, origin) : ok(null);
  log.info("pull request published", { projectId, number, repository: `${link.owner}/${link.repo}`, may, ok: asked.ok });
}
