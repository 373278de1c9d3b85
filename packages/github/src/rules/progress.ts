/** How a run stands, where it was asked for: in one comment on the issue, which is kept up to date. */
import type { Failure } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { findComment } from "../find-comment.ts";
import type { LinkRecord, RunRecord } from "../ports.ts";
import type { RuleRunDeps } from "./run-deps.ts";

/** null: it stands there, or there is nowhere to say it. */
export async function showProgress(deps: RuleRunDeps, link: LinkRecord, run: RunRecord, says: string): Promise<Failure | null> {
  const { githubApi, github } = deps;
  if (run.issue === null || !githubApi) return null;
  const git = githubApi.at(link);
  const body = await bodyOf(deps, run, says);
  const known = run.commentId === null ? await findComment(git, run.issue, markOf(run)) : ok(run.commentId);
  if (!known.ok) return known.error;
  if (known.value !== null) {
    const edited = await git.editComment(known.value, body);
    return edited.ok ? null : edited.error;
  }
  const added = await git.addComment(run.issue, body);
  if (!added.ok) return added.error;
  await github.updateRun(run.id, { commentId: added.value });
  return null;
}

/** In the comment's source: by it one is known again whose answer was lost. */
const markOf = ({ id }: RunRecord) => `<!-- edgewright:${id} -->`;

async function bodyOf({ projects, appUrl }: RuleRunDeps, run: RunRecord, says: string): Promise<string> {
  const project = await projects.find(run.projectId);
  const where = project ? `\n\n[${project.name.replaceAll(/[[\]]/g, "")}](${appUrl}/projects/${project.slug})` : "";
  return `${says}${where}\n\n${markOf(run)}`;
}
